using System.Globalization;
using TicketExport.Pipeline;

namespace TicketExport.Ledger;

public static partial class LedgerRules
{
    /// <summary>Refuses a switch that cannot be stored.</summary>
    /// <exception cref="ArgumentException">The actor or the reason is missing, too long or cannot be stored, or an id cannot.</exception>
    public static void ThrowIfUnusable(TargetSwitchCommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        LedgerText.ThrowIfUnsafe(command.Target);
        ThrowIfUnusable(command.By);
    }

    /// <summary>Decides on a switch of a target by a person.</summary>
    /// <param name="command">The switch.</param>
    /// <param name="newest">The newest row of the target.</param>
    /// <param name="now">The ledger's time.</param>
    public static TargetSwitchChange SwitchTarget(TargetSwitchCommand command, TargetSwitch? newest, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(command);
        var isDisabled = newest is { IsDisabled: true };
        return command switch
        {
            TargetSwitchCommand.Enable => isDisabled
                ? new(TargetSwitchOutcome.Enabled, RowOf(command, TargetSwitchCause.Enabled, now))
                : new(TargetSwitchOutcome.AlreadyEnabled, null),
            TargetSwitchCommand.Disable => isDisabled
                ? new(TargetSwitchOutcome.AlreadyDisabled, null)
                : new(TargetSwitchOutcome.Disabled, RowOf(command, TargetSwitchCause.Person, now)),
            _ => throw new InvalidOperationException($"{command.GetType()} is not a switch of a target."),
        };
    }

    /// <summary>Decides what the end of a claim changes at its target.</summary>
    /// <param name="update">What the claim came to.</param>
    /// <param name="current">How the target stands.</param>
    /// <param name="now">The ledger's time.</param>
    /// <returns>The change, or <see langword="null"/> when nothing changes.</returns>
    public static TargetReportChange? Report(ExportUpdate update, TargetState current, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(update);
        ArgumentNullException.ThrowIfNull(current);
        var time = LedgerTime.Floor(now);
        var failingSince = update.TargetSignal switch
        {
            TargetSignal.Works => null,
            TargetSignal.Fails or TargetSignal.Gone => current.FailingSince ?? time,
            _ => current.FailingSince,
        };
        var row = current.IsDisabled ? null : CauseOf(update, failingSince, time) switch
        {
            TargetSwitchCause.PlaceGone => RowOf(update, current.Target, TargetSwitchCause.PlaceGone, GoneReason(update), time),
            TargetSwitchCause.LongFailure => RowOf(update, current.Target, TargetSwitchCause.LongFailure, FailingReason(failingSince!.Value), time),
            _ => null,
        };
        return row is null && failingSince == current.FailingSince ? null : new(failingSince, row);
    }

    private static TargetSwitchCause CauseOf(ExportUpdate update, DateTimeOffset? failingSince, DateTimeOffset now) => update.TargetSignal switch
    {
        TargetSignal.Gone => TargetSwitchCause.PlaceGone,
        TargetSignal.Fails when now - failingSince >= update.DisableTargetAfter => TargetSwitchCause.LongFailure,
        _ => TargetSwitchCause.Unknown,
    };

    // The codes are in the failure beside it; a number is all that a text of ours repeats.
    private static string GoneReason(ExportUpdate update) => CauseOf(update)?.ProviderResponseCode is { } status
        ? string.Create(CultureInfo.InvariantCulture, $"The provider said that the place is gone (HTTP {status}).")
        : "The provider said that the place is gone.";

    private static string FailingReason(DateTimeOffset since) =>
        $"Exports to it did nothing but fail since {FailureMap.Instant(since)}.";

    private static ExportFailure? CauseOf(ExportUpdate update) => update.AttemptFailure ?? update.Failure;

    private static TargetSwitch RowOf(ExportUpdate update, TargetKey target, TargetSwitchCause cause, string reason, DateTimeOffset now) => new()
    {
        Target = target,
        Cause = cause,
        At = now,
        By = new AuditStamp(TargetSwitch.ProviderActor, reason),
        Failure = CauseOf(update),
    };

    private static TargetSwitch RowOf(TargetSwitchCommand command, TargetSwitchCause cause, DateTimeOffset now) => new()
    {
        Target = command.Target,
        Cause = cause,
        At = LedgerTime.Floor(now),
        By = command.By,
    };

    // What waits already keeps its place, and a request of unknown outcome keeps its question: both go on once the target is enabled.
    private static LedgerEntry? StopAtDisabled(ExportOrder request, ClaimSituation situation, DateTimeOffset now) =>
        situation.Own is { Export.RetryAt: not null } or { HasOpenAttempt: true }
            ? null
            : Stop(
                situation.Own ?? new LedgerEntry { Export = NewExport(request, LedgerTime.Floor(now)) },
                FailureMap.TargetDisabled(situation.Disabled!),
                now);

    private static ClaimDecision ClaimAtDisabled(ClaimRequest request, ClaimSituation situation, DateTimeOffset now)
    {
        var disabled = situation.Disabled!;
        if ((request.IsDueWork ? null : StopAtDisabled(request, situation, now)) is not { } stopped)
        {
            return new(new ClaimResult.Disabled(situation.Own?.Export, disabled));
        }

        return new(new ClaimResult.Disabled(stopped.Export, disabled)) { Write = stopped, NewHolderId = NewHolder(stopped, situation) };
    }

    private static EnqueueDecision EnqueueAtDisabled(EnqueueRequest request, ClaimSituation situation, DateTimeOffset now)
    {
        var disabled = situation.Disabled!;
        return StopAtDisabled(request, situation, now) is { } stopped
            ? new(new EnqueueResult.Disabled(stopped.Export, disabled)) { Write = stopped, NewHolderId = NewHolder(stopped, situation) }
            : new(new EnqueueResult.Disabled(situation.Own?.Export, disabled));
    }

    private static string? NewHolder(LedgerEntry written, ClaimSituation situation) =>
        situation.Holder?.Export.ExportId == written.Export.ExportId ? null : written.Export.ExportId;
}
