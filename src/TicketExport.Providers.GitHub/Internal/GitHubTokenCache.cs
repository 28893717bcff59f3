using System.Diagnostics.CodeAnalysis;

namespace TicketExport.Providers.GitHub.Internal;

/// <summary>The tokens of installations until shortly before their end, a bounded number. In memory alone.</summary>
internal sealed class GitHubTokenCache(TimeProvider time)
{
    public const int Capacity = 256;

    // Longer than the longest call: a token that is given lasts to the end of its attempt.
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (string Token, DateTimeOffset EndsAt)> _tokens = new(StringComparer.Ordinal);

    public bool TryGet(string key, [NotNullWhen(true)] out string? token)
    {
        lock (_gate)
        {
            token = _tokens.TryGetValue(key, out var kept) && kept.EndsAt - Margin > time.GetUtcNow() ? kept.Token : null;
            return token is not null;
        }
    }

    public void Put(string key, string token, DateTimeOffset endsAt)
    {
        lock (_gate)
        {
            _tokens[key] = (token, endsAt);
            if (_tokens.Count > Capacity)
            {
                _tokens.Remove(_tokens.MinBy(static kept => kept.Value.EndsAt).Key);
            }
        }
    }

    /// <summary>Forgets a token that was refused, unless a newer one has taken its place.</summary>
    public void Forget(string key, string token)
    {
        lock (_gate)
        {
            if (_tokens.TryGetValue(key, out var kept) && kept.Token == token)
            {
                _tokens.Remove(key);
            }
        }
    }
}
