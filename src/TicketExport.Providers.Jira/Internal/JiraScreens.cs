namespace TicketExport.Providers.Jira.Internal;

/// <summary>Remembers create screens for some minutes, so that an export costs one request and not three. Safe on any thread.</summary>
internal sealed class JiraScreens(JiraScreenReader reader, TimeProvider time)
{
    public const int Capacity = 256;

    private readonly Lock _gate = new();
    private readonly Dictionary<Key, Entry> _entries = [];

    public Task<JiraScreenRead> FindAsync(string accountId, TicketTarget target, JiraTargetSettings settings, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_entries.TryGetValue(KeyOf(accountId, target, settings), out var entry) && time.GetUtcNow() - entry.ReadAt < JiraDefaults.FieldsLifetime)
            {
                return Task.FromResult<JiraScreenRead>(new JiraScreenRead.Found(entry.Screen, IsFresh: false));
            }
        }

        return RefreshAsync(accountId, target, settings, cancellationToken);
    }

    public async Task<JiraScreenRead> RefreshAsync(string accountId, TicketTarget target, JiraTargetSettings settings, CancellationToken cancellationToken)
    {
        var read = await reader.ReadAsync(settings, cancellationToken).ConfigureAwait(false);
        lock (_gate)
        {
            var key = KeyOf(accountId, target, settings);
            _entries.Remove(key);
            if (read is JiraScreenRead.Found found)
            {
                MakeRoom();
                _entries.Add(key, new(found.Screen, time.GetUtcNow()));
            }
        }

        return read;
    }

    private void MakeRoom()
    {
        if (_entries.Count >= Capacity)
        {
            _entries.Remove(_entries.MinBy(static entry => entry.Value.ReadAt).Key);
        }
    }

    private static Key KeyOf(string accountId, TicketTarget target, JiraTargetSettings settings) =>
        new(accountId, target.Id, settings.Access.Root, settings.Project, settings.IssueType);

    private readonly record struct Key(string Account, string Target, Uri Root, string Project, string IssueType);

    private sealed record Entry(JiraScreen Screen, DateTimeOffset ReadAt);
}
