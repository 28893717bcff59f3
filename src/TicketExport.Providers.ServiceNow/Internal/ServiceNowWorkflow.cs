using System.Collections.Frozen;
using TicketExport.Providers.ServiceNow.Protocol;
using TicketExport.States;

namespace TicketExport.Providers.ServiceNow.Internal;

/// <summary>The states of a table as ServiceNow ships it. An instance may have others; a target's settings say what those mean.</summary>
internal sealed record ServiceNowWorkflow
{
    private static readonly ServiceNowWorkflow Incident = new()
    {
        Statuses = Of(open: ["1"], inProgress: ["2", "3"], done: ["6", "7", "8"]),
        CloseState = "6",
        CloseCode = "Solution provided",
        ReopenState = "2",
    };

    private static readonly ServiceNowWorkflow Problem = new()
    {
        Statuses = Of(open: ["101"], inProgress: ["102", "103", "104"], done: ["106", "107"]),
        CloseState = "107",
        ReopenState = "103",
    };

    private static readonly ServiceNowWorkflow Change = new()
    {
        Statuses = Of(open: ["-5"], inProgress: ["-4", "-3", "-2", "-1", "0"], done: ["3", "4"]),
        CloseState = "3",
        CloseCode = "successful",
        ReopenState = "-5",
    };

    // Also for a table of the instance's own, which inherits these from task.
    private static readonly ServiceNowWorkflow Task = new()
    {
        Statuses = Of(open: ["-5", "1"], inProgress: ["2"], done: ["3", "4", "7"]),
        CloseState = "3",
        ReopenState = "2",
    };

    public required FrozenDictionary<string, ProviderStatus> Statuses { get; init; }

    /// <summary>The state of a ticket that is done, which for an incident is resolved: closing one takes a higher role.</summary>
    public required string CloseState { get; init; }

    public string? CloseCode { get; init; }

    public required string ReopenState { get; init; }

    public static ServiceNowWorkflow For(string table) => table switch
    {
        "incident" => Incident,
        "problem" => Problem,
        "change_request" => Change,
        _ => Task,
    };

    /// <summary>What a state means: what the target says of it, or else the table, or else whether the record is still active.</summary>
    public ProviderStatus StatusOf(string? state, string? active, FrozenDictionary<string, ProviderStatus> said) =>
        state is not null && (said.TryGetValue(state, out var status) || Statuses.TryGetValue(state, out status)) ? status
        : active == "false" ? ProviderStatus.Done
        : ProviderStatus.Unknown;

    public ProviderStatus StatusOf(ServiceNowRecord record, FrozenDictionary<string, ProviderStatus> said) => StatusOf(record.State, record.Active, said);

    private static FrozenDictionary<string, ProviderStatus> Of(string[] open, string[] inProgress, string[] done) => open
        .Select(static state => (state, ProviderStatus.Open))
        .Concat(inProgress.Select(static state => (state, ProviderStatus.InProgress)))
        .Concat(done.Select(static state => (state, ProviderStatus.Done)))
        .ToFrozenDictionary(static pair => pair.state, static pair => pair.Item2, StringComparer.Ordinal);
}
