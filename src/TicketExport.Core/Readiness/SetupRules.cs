using System.Collections.Immutable;
using TicketExport.Review;

namespace TicketExport.Readiness;

/// <summary>Makes the readiness list of a target. Pure, and total: every item is in every list.</summary>
internal static class SetupRules
{
    public static ImmutableArray<ReadinessItem> Of(SetupFacts facts) =>
        [.. Judge(facts).Select(item => item with
        {
            TargetId = facts.Target.Id,
            HelpLink = item.Owner is StepOwner.Settings or StepOwner.Mapping ? facts.SettingsLink : null,
        })];

    private static ReadinessItem[] Judge(SetupFacts facts) =>
    [
        ProviderConfigured(facts),
        Checked(facts, ReadinessKey.BaseUrlSafe, "The target's address is safe to send to.", FailureReason.UnsafeAddress),
        Checked(facts, ReadinessKey.MappingComplete, "Every required field of the target has a value.", FailureReason.MappingIncomplete),
        Checked(facts, ReadinessKey.OwnershipConfirmed, "The destination is confirmed as the customer's own.", FailureReason.OwnershipUnconfirmed),
        facts.Disabled is { } disabled ? SetupItems.Blocked(ReadinessKey.TargetEnabled, disabled) : SetupItems.Met(ReadinessKey.TargetEnabled, "The target is enabled."),
        NoCooldown(facts),
        ProviderConnected(facts),
    ];

    private static ReadinessItem ProviderConfigured(SetupFacts facts) => facts.Target.Keyed is { Caution: { } caution, Setting: var setting } && facts.Refusals.IsEmpty
        ? SetupItems.Unmet(ReadinessKey.ProviderConfigured, caution, NextStep.FixSettings) with { Setting = setting }
        : SetupItems.Checked(
            ReadinessKey.ProviderConfigured,
            "The provider is there, and its keys are set.",
            facts.Refusals,
            FailureReason.Configuration,
            FailureReason.Authentication);

    private static ReadinessItem Checked(SetupFacts facts, ReadinessKey key, string met, FailureReason reason) => facts.IsKnown
        ? SetupItems.Checked(key, met, facts.Refusals, reason)
        : SetupItems.NotChecked(key, "The provider must be configured first.");

    private static ReadinessItem NoCooldown(SetupFacts facts) => facts.PausedUntil is { } until
        ? SetupItems.Unmet(ReadinessKey.NoCooldown, $"The tracker asked all requests to wait: nothing is sent before {ReviewText.Of(until)}.", NextStep.Wait) with { RetryAt = until }
        : SetupItems.Met(ReadinessKey.NoCooldown, "Nothing waits for a time.");

    private static ReadinessItem ProviderConnected(SetupFacts facts) => facts.Connection switch
    {
        { IsConnected: true } => SetupItems.Met(ReadinessKey.ProviderConnected, "The tracker accepts the target's credentials."),
        { IsRefused: true, Failure: { } failure } => SetupItems.Blocked(ReadinessKey.ProviderConnected, failure),
        _ => SetupItems.NotChecked(ReadinessKey.ProviderConnected, "Nobody asked the tracker whether the target is connected."),
    };
}
