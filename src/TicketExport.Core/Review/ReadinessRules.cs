using System.Collections.Immutable;

namespace TicketExport.Review;

/// <summary>Makes the readiness list. Pure, and total: every item is in every list.</summary>
internal static partial class ReadinessRules
{
    private const int MostViolations = 20;

    /// <summary>Where the document keeps what tells its source apart.</summary>
    private static readonly (string Path, string Name)[] Identifiers =
    [
        ("$.account.id", "account id"),
        ("$.source.type", "source type"),
        ("$.source.record_id", "source id"),
    ];

    public static bool IsIdentifier(string path) => path is "$.account" or "$.source" || Identifiers.Any(identifier => identifier.Path == path);

    public static ImmutableArray<ReadinessItem> Of(ReviewFacts facts, ReviewDecision decision) =>
        [.. Judge(facts, decision).Select(item => item.Owner is StepOwner.Settings or StepOwner.Mapping ? item with { HelpLink = facts.SettingsLink } : item)];

    private static ReadinessItem[] Judge(ReviewFacts facts, ReviewDecision decision) =>
    [
        SourceIdentifiers(facts),
        DocumentValid(facts),
        Checked(facts, ReadinessKey.ContentSafe, "The redaction gate lets the document pass.", FailureReason.UnsafeContent),
        Checked(facts, ReadinessKey.TargetSuitable, "The target may be sent this document.", FailureReason.Unrelated, FailureReason.EvidenceNotAccepted),
        Checked(facts, ReadinessKey.BaseUrlSafe, "The target's address is safe to send to.", FailureReason.UnsafeAddress),
        Checked(facts, ReadinessKey.OwnershipConfirmed, "The destination is confirmed as the customer's own.", FailureReason.OwnershipUnconfirmed),
        ProviderConnected(facts),
        Checked(facts, ReadinessKey.MappingComplete, "Every required field of the target has a value.", FailureReason.MappingIncomplete),
        ReferenceVisible(facts),
        DuplicateKnown(facts),
        DuplicateGuardReady(facts),
        SyncFresh(facts),
        NothingUnderWay(facts),
        NoCooldown(facts, decision),
        CauseRemoved(facts, decision),
        FallbackBoundaryClear(facts),
        PortablePathUsable(facts),
    ];

    private static ReadinessItem SourceIdentifiers(ReviewFacts facts)
    {
        var missing = Identifiers.Where(identifier => facts.Violations.Any(violation => violation.Path == identifier.Path)).ToArray();
        return missing.Length == 0
            ? Met(ReadinessKey.SourceIdentifiersVisible, $"The source is {facts.Source.Type} {facts.Source.Id}.")
            : Blocked(
                ReadinessKey.SourceIdentifiersVisible,
                $"The source cannot be told apart from others: {string.Join(", ", missing.Select(static identifier => $"{identifier.Name} ({identifier.Path})"))} missing or unusable. Set it in the document.",
                NextStep.FixDocument);
    }

    private static ReadinessItem DocumentValid(ReviewFacts facts)
    {
        var violations = facts.Violations.Where(static violation => Identifiers.All(identifier => identifier.Path != violation.Path)).ToArray();
        return violations.Length == 0
            ? Met(ReadinessKey.DocumentValid, "The document keeps the contract.")
            : Blocked(
                ReadinessKey.DocumentValid,
                $"The document breaks the contract in {violations.Length} place(s): {string.Join(" ", violations.Take(MostViolations))}",
                NextStep.FixDocument);
    }

    private static ReadinessItem ProviderConnected(ReviewFacts facts)
    {
        const ReadinessKey Key = ReadinessKey.ProviderConnected;
        var own = facts.Own;
        return facts switch
        {
            _ when facts.OtherRefusal is { } refusal => Refused(Key, refusal),
            { Connection: { IsRefused: true, Failure: { } failure } } => Refused(Key, failure),
            { Own.Record.Status: ExportStatus.Disconnected } =>
                Blocked(Key, "The target is disconnected. Connect it again; its links and history are kept.", NextStep.Reconnect),
            { Connection.IsConnected: true } => Met(Key, "The tracker accepts the target's credentials."),
            _ when HasFailed(own) && IsAccess(own!.Record.Failure?.Reason) => Refused(Key, own.Record.Failure!) with
            {
                Message = $"{own.Record.Failure!.Message} Nobody could ask the tracker since; renew the access, then review again or override.",
                IsOverridable = true,
                ExportId = own.Record.ExportId,
            },
            _ when facts.Linked.FirstOrDefault(reference => reference.TargetId == facts.TargetId && reference.StatusSyncStatus == States.StatusSyncStatus.Disconnected) is { } refused =>
                Blocked(Key, "The last read of a ticket at this target was refused. Connect the target again.", NextStep.Reconnect) with
                {
                    IsOverridable = true,
                    ExportId = refused.ExportId,
                },
            _ => NotChecked(Key, "Nobody asked the tracker whether the target is connected; the export will tell."),
        };
    }

    /// <summary>An item that a refusal of the engine's own preparation decides.</summary>
    private static ReadinessItem Checked(ReviewFacts facts, ReadinessKey key, string met, params ReadOnlySpan<FailureReason> reasons) =>
        facts.RefusalFor(reasons) is { } refusal ? Refused(key, refusal)
        : facts.ProviderKey is null && key > ReadinessKey.ContentSafe ? NotChecked(key, "The account has no such target.")
        : Met(key, met);

    private static bool IsAccess(FailureReason? reason) => reason is FailureReason.Authentication or FailureReason.Permission;

    private static bool HasFailed(ExportFacts? own) =>
        own is { Link: States.LinkState.None, Record.Status: ExportStatus.Failed or ExportStatus.Blocked };

    private static ReadinessItem Met(ReadinessKey key, string message) => new() { Key = key, State = ReviewState.Met, Message = message };

    private static ReadinessItem NotChecked(ReadinessKey key, string message) => new() { Key = key, State = ReviewState.NotChecked, Message = message };

    private static ReadinessItem Unmet(ReadinessKey key, string message) => new() { Key = key, State = ReviewState.Unmet, Message = message };

    private static ReadinessItem Blocked(ReadinessKey key, string message, NextStep step) => new()
    {
        Key = key,
        State = ReviewState.Unmet,
        IsBlocking = true,
        Message = message,
        NextStep = step,
        Owner = StepOwners.Of(step),
    };

    private static ReadinessItem Refused(ReadinessKey key, ExportFailure failure) => Blocked(key, failure.Message, failure.NextStep) with
    {
        Owner = StepOwners.Of(failure),
        Setting = failure.Setting,
        StopReason = StopReasons.Of(failure),
    };
}
