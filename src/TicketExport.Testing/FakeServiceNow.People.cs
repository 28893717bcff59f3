using TicketExport.Testing.Internal;

namespace TicketExport.Testing;

public sealed partial class FakeServiceNow
{
    /// <summary>The user that the acts of people belong to.</summary>
    public const string Person = "beth.anglin";

    /// <summary>Puts a ticket into a state, as a person at ServiceNow would.</summary>
    /// <param name="key">The ticket's number or sys_id.</param>
    /// <param name="state">The value of the field <c>state</c>, such as <c>6</c>.</param>
    /// <exception cref="ArgumentException">There is no such ticket, or the state is empty.</exception>
    public void SetState(string key, string state)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(state);
        Edit(key, record => record.Fields["state"] = state);
    }

    /// <summary>Writes a ticket's description anew, as a person at ServiceNow would.</summary>
    /// <param name="key">The ticket's number or sys_id.</param>
    /// <param name="body">Makes the new description of the present one.</param>
    /// <exception cref="ArgumentException">There is no such ticket.</exception>
    public void EditBody(string key, Func<string, string> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        Edit(key, record => record.Fields["description"] = body(record.Field("description")));
    }

    /// <summary>Writes a field of a ticket anew, as a person at ServiceNow would.</summary>
    /// <param name="key">The ticket's number or sys_id.</param>
    /// <param name="field">The field.</param>
    /// <param name="value">Its value.</param>
    /// <exception cref="ArgumentException">There is no such ticket.</exception>
    public void SetField(string key, string field, string value) => Edit(key, record => record.Fields[field] = value);

    /// <summary>The value of a ticket's field.</summary>
    /// <param name="key">The ticket's number or sys_id.</param>
    /// <param name="field">The field.</param>
    /// <returns>The value; empty where it has none.</returns>
    /// <exception cref="ArgumentException">There is no such ticket.</exception>
    public string FieldOf(string key, string field) => Locked(() => Find(key).Field(field));

    /// <summary>Comments on a ticket, as a person at ServiceNow would.</summary>
    /// <param name="key">The ticket's number or sys_id.</param>
    /// <param name="text">The comment.</param>
    /// <param name="isWorkNote">Whether it is for the instance's own people only.</param>
    /// <exception cref="ArgumentException">There is no such ticket.</exception>
    public void Comment(string key, string text, bool isWorkNote = false) =>
        Edit(key, record => _state.AddEntry(record, isWorkNote ? "work_notes" : "comments", text, Person));

    /// <summary>Deletes a ticket: a request for it is answered 404, and it is counted no more. It stays in <see cref="Tickets"/>.</summary>
    /// <param name="key">The ticket's number or sys_id.</param>
    /// <exception cref="ArgumentException">There is no such ticket.</exception>
    public void DeleteTicket(string key) => Edit(key, static record => record.IsDeleted = true);

    /// <summary>Hides a ticket from the credentials by an access rule, or shows it again: a request for it is answered 404, and it is counted all the same.</summary>
    /// <param name="key">The ticket's number or sys_id.</param>
    /// <param name="isForbidden">Whether it is hidden.</param>
    /// <exception cref="ArgumentException">There is no such ticket.</exception>
    public void ForbidTicket(string key, bool isForbidden = true) => Edit(key, record => record.IsForbidden = isForbidden);

    private void Edit(string key, Action<FakeServiceNowRecord> edit) => Locked(() =>
    {
        var record = Find(key);
        edit(record);
        record.Touch(Person, TimeProvider.GetUtcNow());
        return true;
    });

    private FakeServiceNowRecord Find(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return _state.Find(key) ?? throw new ArgumentException($"ServiceNow has no ticket '{key}'.", nameof(key));
    }
}
