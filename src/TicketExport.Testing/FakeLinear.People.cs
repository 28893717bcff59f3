using TicketExport.Testing.Internal;

namespace TicketExport.Testing;

public sealed partial class FakeLinear
{
    /// <summary>Adds a team with Linear's usual statuses.</summary>
    /// <param name="key">The team's key, such as <c>ENG</c>.</param>
    /// <returns>The team's id.</returns>
    public string AddTeam(string key) => Locked(() => _store.AddTeam(key).Id);

    /// <summary>The id of a team.</summary>
    /// <param name="key">The team's key.</param>
    /// <exception cref="ArgumentException">There is no such team.</exception>
    public string TeamId(string key) => Locked(() => _store.GetTeam(key).Id);

    /// <summary>Retires a team: it takes no more issues.</summary>
    /// <param name="key">The team's key.</param>
    /// <exception cref="ArgumentException">There is no such team.</exception>
    public void RetireTeam(string key) => Locked(() => _store.GetTeam(key).RetiredAt = TimeProvider.GetUtcNow());

    /// <summary>Gives a team one more status.</summary>
    /// <param name="key">The team's key.</param>
    /// <param name="name">The status's name.</param>
    /// <param name="type">The type, such as <c>started</c>.</param>
    /// <exception cref="ArgumentException">There is no such team.</exception>
    public void AddState(string key, string name, string type) => Locked(() => _store.AddState(_store.GetTeam(key), name, type));

    /// <summary>Takes all statuses of a type from a team.</summary>
    /// <param name="key">The team's key.</param>
    /// <param name="type">The type, such as <c>completed</c>.</param>
    /// <exception cref="ArgumentException">There is no such team.</exception>
    public void RemoveStates(string key, string type) => Locked(() => _store.GetTeam(key).States.RemoveAll(state => state.Type == type));

    /// <summary>Adds a label.</summary>
    /// <param name="name">The label's name.</param>
    /// <param name="team">The key of the team that has it; <see langword="null"/> for the whole workspace.</param>
    /// <param name="group">The name of a label that becomes, or is, its group.</param>
    /// <returns>The label's id.</returns>
    public string AddLabel(string name, string? team = null, string? group = null) => Locked(() => _store.AddLabel(name, team, group).Id);

    /// <summary>Adds a user.</summary>
    /// <param name="email">The user's e-mail address.</param>
    /// <param name="isActive">Whether the user may still sign in.</param>
    /// <returns>The user's id.</returns>
    public string AddUser(string email, bool isActive = true) => Locked(() => _store.AddUser(email, isActive).Id);

    /// <summary>Adds a project that issues may belong to.</summary>
    /// <returns>The project's id.</returns>
    public string AddProject() => Locked(_store.AddProject);

    /// <summary>Puts an issue into a status, as a person would.</summary>
    /// <param name="key">The issue's identifier or id.</param>
    /// <param name="state">The name of a status of its team, such as <c>In Progress</c>.</param>
    /// <exception cref="ArgumentException">There is no such issue, or no such status.</exception>
    public void SetState(string key, string state) => Edit(key, issue => issue.State = issue.Team.States.Find(candidate => candidate.Name == state)
        ?? throw new ArgumentException($"The team has no status '{state}'.", nameof(state)));

    /// <summary>Completes an issue, as a person would.</summary>
    /// <param name="key">The issue's identifier or id.</param>
    /// <exception cref="ArgumentException">There is no such issue.</exception>
    public void CloseTicket(string key) => SetState(key, "Done");

    /// <summary>Replaces an issue's description, as a person would. The marker goes with it, unless the new text has it.</summary>
    /// <param name="key">The issue's identifier or id.</param>
    /// <param name="description">The new description.</param>
    /// <exception cref="ArgumentException">There is no such issue.</exception>
    public void EditBody(string key, string description) => Edit(key, issue => issue.Description = description);

    /// <summary>Moves an issue to another team: it gets a new identifier, keeps its id, and is still found by the old identifier.</summary>
    /// <param name="key">The issue's identifier or id.</param>
    /// <param name="team">The key of the other team.</param>
    /// <exception cref="ArgumentException">There is no such issue or team.</exception>
    public void MoveTicket(string key, string team) => Edit(key, issue => LinearStore.Move(issue, _store.GetTeam(team)));

    /// <summary>Puts an issue into the trash, as a person would. It is still read by its id, and its id stays taken.</summary>
    /// <param name="key">The issue's identifier or id.</param>
    /// <exception cref="ArgumentException">There is no such issue.</exception>
    public void DeleteTicket(string key) => Edit(key, issue => (issue.IsTrashed, issue.ArchivedAt) = (true, TimeProvider.GetUtcNow()));

    /// <summary>Empties an issue out of the trash: it is not found any more, and its id stays taken.</summary>
    /// <param name="key">The issue's identifier or id.</param>
    /// <exception cref="ArgumentException">There is no such issue.</exception>
    public void PurgeTicket(string key) => Edit(key, static issue => issue.IsPurged = true);

    /// <summary>Archives an issue: it is read as before and takes no change.</summary>
    /// <param name="key">The issue's identifier or id.</param>
    /// <exception cref="ArgumentException">There is no such issue.</exception>
    public void ArchiveTicket(string key) => Edit(key, issue => issue.ArchivedAt = TimeProvider.GetUtcNow());

    /// <summary>Takes an issue out of the credentials' reach, as a private team does: Linear then says that there is none. Or brings it back.</summary>
    /// <param name="key">The issue's identifier or id.</param>
    /// <param name="isForbidden">Whether it is out of reach.</param>
    /// <exception cref="ArgumentException">There is no such issue.</exception>
    public void ForbidTicket(string key, bool isForbidden = true) => Edit(key, issue => issue.IsForbidden = isForbidden);

    /// <summary>Gives an issue a label, as a person would.</summary>
    /// <param name="key">The issue's identifier or id.</param>
    /// <param name="labelId">The label's id.</param>
    /// <exception cref="ArgumentException">There is no such issue.</exception>
    public void LabelTicket(string key, string labelId) => Edit(key, issue => issue.LabelIds.Add(labelId));

    /// <summary>Writes a comment, as a person would.</summary>
    /// <param name="key">The issue's identifier or id.</param>
    /// <param name="text">The comment.</param>
    /// <returns>The comment's id.</returns>
    /// <exception cref="ArgumentException">There is no such issue.</exception>
    public string AddComment(string key, string text) => Locked(() => _store.AddComment(_store.Get(key), null, text).Id);

    /// <summary>Moves the credentials to another workspace: issues of the former one are not found any more.</summary>
    /// <param name="workspace">The first segment of every address in the other workspace.</param>
    public void SwitchWorkspace(string workspace) => Locked(() => _store.SwitchWorkspace(workspace));

    private void Edit(string key, Action<LinearIssue> edit) => Locked(() => _store.Edit(_store.Get(key), edit));
}
