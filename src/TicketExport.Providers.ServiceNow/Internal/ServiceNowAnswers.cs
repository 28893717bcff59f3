using System.Globalization;
using TicketExport.Http;
using TicketExport.Providers.ServiceNow.Protocol;

namespace TicketExport.Providers.ServiceNow.Internal;

/// <summary>Reads the bodies of answers. What is not as it should be is <see langword="null"/>.</summary>
internal static class ServiceNowAnswers
{
    public static ServiceNowRecord? RecordOf(TicketHttpAnswer answer) =>
        answer.TryReadJson(ServiceNowJsonContext.Default.Record, out var body) && body is { Error: null, Result: { } record } && ServiceNowText.IsSysId(record.SysId)
            ? record
            : null;

    public static ServiceNowRecord[]? RecordsOf(TicketHttpAnswer answer) =>
        answer.TryReadJson(ServiceNowJsonContext.Default.Records, out var body) && body is { Error: null, Result: { } records }
        && Array.TrueForAll(records, static record => record is not null && ServiceNowText.IsSysId(record.SysId))
            ? records
            : null;

    public static ServiceNowJournalEntry[]? JournalOf(TicketHttpAnswer answer) =>
        answer.TryReadJson(ServiceNowJsonContext.Default.Journal, out var body) && body is { Error: null, Result: { } entries }
        && Array.TrueForAll(entries, static entry => entry is not null && ServiceNowText.IsSysId(entry.SysId))
            ? entries
            : null;

    public static ServiceNowUser[]? UsersOf(TicketHttpAnswer answer) =>
        answer.TryReadJson(ServiceNowJsonContext.Default.Users, out var body) && body is { Error: null, Result: { } users } && Array.TrueForAll(users, static user => user is not null)
            ? users
            : null;

    /// <summary>How many records a query met, those among them that are not shown; <see langword="null"/> where the answer does not say.</summary>
    public static long? CountOf(TicketHttpAnswer answer) =>
        long.TryParse(answer.GetHeader("X-Total-Count"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;

    public static bool IsAsked(ServiceNowRecord record, TicketReference asked) =>
        string.Equals(record.SysId, asked.ProviderTicketId, StringComparison.OrdinalIgnoreCase) || record.Number == asked.ProviderTicketId;

    /// <returns><see langword="null"/> where the record lacks the number that people know it by.</returns>
    public static TicketReference? ReferenceOf(ServiceNowRecord record, ServiceNowTargetSettings settings) => !RemoteText.IsId(record.Number)
        ? null
        : ReferenceOf(record.SysId!, record.Number, settings.Access.Root, settings.Table);

    public static TicketReference ReferenceOf(string sysId, string? number, Uri root, string table) => new()
    {
        ProviderTicketId = sysId,
        ExternalIssueId = number,
        Url = new Uri(root, $"nav_to.do?uri={table}.do%3Fsys_id%3D{sysId}"),
    };

    public static TicketSnapshot? SnapshotOf(ServiceNowRecord record, ServiceNowTargetSettings settings) =>
        ReferenceOf(record, settings) is not { } reference || record.State is not { Length: > 0 } state ? null : new TicketSnapshot
        {
            RawStatus = state,
            Status = settings.Workflow.StatusOf(record, settings.Statuses),
            Reference = reference,
            UpdatedAt = ServiceNowText.ReadTime(record.SysUpdatedOn),
        };
}
