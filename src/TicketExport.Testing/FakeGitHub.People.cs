using TicketExport.Testing.Internal;

namespace TicketExport.Testing;

public sealed partial class FakeGitHub
{
    /// <summary>Closes a ticket, as a person at GitHub would.</summary>
    /// <param name="key">The ticket's key or id.</param>
    /// <param name="reason">GitHub's reason: <c>completed</c>, <c>not_planned</c> or <c>duplicate</c>.</param>
    /// <exception cref="ArgumentException">There is no such ticket.</exception>
    public void CloseTicket(string key, string reason = "completed") => Edit(key, issue => issue.SetState("closed", reason, _state.Now));

    /// <summary>Opens a closed ticket again, as a person at GitHub would.</summary>
    /// <param name="key">The ticket's key or id.</param>
    /// <exception cref="ArgumentException">There is no such ticket.</exception>
    public void ReopenTicket(string key) => Edit(key, issue => issue.SetState("open", "reopened", _state.Now));

    /// <summary>Puts a ticket into a state that GitHub does not have yet, to see what becomes of it.</summary>
    /// <param name="key">The ticket's key or id.</param>
    /// <param name="state">The state, such as <c>draft</c>.</param>
    /// <exception cref="ArgumentException">There is no such ticket, or the state is empty.</exception>
    public void PutInState(string key, string state)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(state);
        Edit(key, issue => issue.SetState(state, null, _state.Now));
    }

    /// <summary>Writes a ticket's body anew, as a person at GitHub would.</summary>
    /// <param name="key">The ticket's key or id.</param>
    /// <param name="body">Makes the new body of the present one.</param>
    /// <exception cref="ArgumentException">There is no such ticket.</exception>
    public void EditBody(string key, Func<string, string> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        Edit(key, issue => issue.Body = body(issue.Body));
    }

    /// <summary>Puts a label on a ticket.</summary>
    /// <param name="key">The ticket's key or id.</param>
    /// <param name="label">The label.</param>
    /// <exception cref="ArgumentException">There is no such ticket.</exception>
    public void AddLabel(string key, string label)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(label);
        Edit(key, issue => issue.Labels = [.. issue.Labels, label]);
    }

    /// <summary>Takes a label from a ticket.</summary>
    /// <param name="key">The ticket's key or id.</param>
    /// <param name="label">The label.</param>
    /// <exception cref="ArgumentException">There is no such ticket.</exception>
    public void RemoveLabel(string key, string label) => Edit(key, issue => issue.Labels = issue.Labels.Remove(label, StringComparer.OrdinalIgnoreCase));

    /// <summary>Comments on a ticket, as a person at GitHub would.</summary>
    /// <param name="key">The ticket's key or id.</param>
    /// <param name="text">The comment.</param>
    /// <exception cref="ArgumentException">There is no such ticket.</exception>
    public void Comment(string key, string text) => Edit(key, issue => _state.AddComment(issue, text, "octocat"));

    /// <summary>Locks a ticket's conversation: comments of others than people with write access are answered 403.</summary>
    /// <param name="key">The ticket's key or id.</param>
    /// <exception cref="ArgumentException">There is no such ticket.</exception>
    public void LockTicket(string key) => Edit(key, static issue => issue.IsLocked = true);

    /// <summary>Deletes a ticket: every request for it is answered 410. It stays in <see cref="Tickets"/>.</summary>
    /// <param name="key">The ticket's key or id.</param>
    /// <exception cref="ArgumentException">There is no such ticket.</exception>
    public void DeleteTicket(string key) => Edit(key, static issue => issue.IsDeleted = true);

    /// <summary>Takes a ticket out of the credentials' reach, or brings it back: every request for it is answered 404.</summary>
    /// <param name="key">The ticket's key or id.</param>
    /// <param name="isForbidden">Whether it is out of reach.</param>
    /// <exception cref="ArgumentException">There is no such ticket.</exception>
    public void ForbidTicket(string key, bool isForbidden = true) => Edit(key, issue => issue.IsForbidden = isForbidden);

    /// <summary>Transfers a ticket to another repository, where it has a new number and id; its old address answers 301.</summary>
    /// <param name="key">The ticket's key or id.</param>
    /// <param name="repository">The other repository as <c>owner/name</c>; made if it is not there.</param>
    /// <returns>The ticket's new key.</returns>
    /// <exception cref="ArgumentException">There is no such ticket, or the repository's name is none.</exception>
    public string TransferTicket(string key, string repository) => Locked(() => FakeGitHubState.KeyOf(_state.Transfer(Find(key), repository)));

    /// <summary>Renames the first repository; its old address answers 301.</summary>
    /// <param name="repository">The new name as <c>owner/name</c>.</param>
    /// <exception cref="ArgumentException">The name is none.</exception>
    public void RenameRepository(string repository) => Locked(() =>
    {
        _state.Rename(_state.First, repository);
        return true;
    });

    private void Edit(string key, Action<FakeGitHubIssue> edit) => Locked(() =>
    {
        var issue = Find(key);
        edit(issue);
        issue.UpdatedAt = _state.Now;
        return true;
    });

    private FakeGitHubIssue Find(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return _state.Find(key) ?? throw new ArgumentException($"GitHub has no ticket '{key}'.", nameof(key));
    }
}
