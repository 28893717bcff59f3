using TicketExport.Contract;

namespace TicketExport.Webhooks.Receiver.Internal;

/// <summary>What to answer to signed content that breaks the contract.</summary>
internal static class ContractReading
{
    private const string Root = "$";
    private const string Event = "$.event";
    private const string SchemaVersion = "$.schema_version";

    /// <summary>Whether the body is good JSON that names an event of another kind.</summary>
    public static bool IsOtherEvent<T>(ContractReadResult<T> read)
        where T : class =>
        read.Violations.Any(static violation => violation is { Path: Event, Rule: ContractRules.OneOf });

    public static Reading Refuse<T>(ContractReadResult<T> read)
        where T : class
    {
        var reason = RefusalReason.ContractBroken;
        if (read.Violations.Any(static violation => violation is { Path: Root, Rule: ContractRules.Json or ContractRules.MaxBytes or ContractRules.MaxDepth }))
        {
            reason = RefusalReason.NotJson;
        }
        else if (read.Violations.Any(static violation => violation is { Path: SchemaVersion, Rule: ContractRules.Version }))
        {
            reason = RefusalReason.UnsupportedSchema;
        }

        return new Reading(null, Responses.Broken(reason, read.Violations));
    }
}
