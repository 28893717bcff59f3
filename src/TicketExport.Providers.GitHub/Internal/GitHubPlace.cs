using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace TicketExport.Providers.GitHub.Internal;

/// <summary>Where an issue is: what its address is made of. Changes when its repository is renamed or the issue is transferred.</summary>
internal sealed record GitHubPlace(string Owner, string Name, long Number)
{
    private const int MaxOwnerLength = 100;
    private const int MaxNameLength = 100;

    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_.");

    /// <summary>As people write it: <c>owner/name#1</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Owner}/{Name}#{Number}");

    /// <summary>Whether it is one place; GitHub does not tell the case of letters apart.</summary>
    public bool IsSameAs(GitHubPlace other) => string.Equals(ToString(), other.ToString(), StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads <c>owner/name</c>.</summary>
    public static bool TryParseRepository(string? text, [NotNullWhen(true)] out string? owner, [NotNullWhen(true)] out string? name)
    {
        (owner, name) = (null, null);
        if (text?.Split('/') is not [var first, var second] || !IsName(first, MaxOwnerLength) || !IsName(second, MaxNameLength))
        {
            return false;
        }

        (owner, name) = (first, second);
        return true;
    }

    /// <summary>Reads <c>owner/name#1</c>, and <c>#1</c> or <c>1</c> in the target's own repository.</summary>
    public static GitHubPlace? Of(TicketReference ticket, GitHubTargetSettings settings)
    {
        var text = ticket.ExternalIssueId ?? ticket.ProviderTicketId;
        var hash = text.IndexOf('#', StringComparison.Ordinal);
        if (!TryParseNumber(text.AsSpan(hash + 1), out var number) || (hash < 0 && ticket.ExternalIssueId is null))
        {
            return null;
        }

        return hash <= 0
            ? new(settings.Owner, settings.Name, number)
            : TryParseRepository(text[..hash], out var owner, out var name) ? new(owner, name, number) : null;
    }

    /// <summary>Reads the repository's API address, which ends in <c>/repos/owner/name</c>.</summary>
    public static GitHubPlace? Of(string? repositoryUrl, long number) =>
        number > 0
        && repositoryUrl?.Split('/') is [.., "repos", var owner, var name]
        && TryParseRepository($"{owner}/{name}", out _, out _)
            ? new(owner, name, number)
            : null;

    private static bool TryParseNumber(ReadOnlySpan<char> text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0;

    private static bool IsName(string text, int maxLength) =>
        text.Length > 0 && text.Length <= maxLength && text is not ("." or "..") && !text.AsSpan().ContainsAnyExcept(NameCharacters);
}
