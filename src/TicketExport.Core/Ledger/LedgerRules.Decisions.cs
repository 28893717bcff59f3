using TicketExport.Identity;
using TicketExport.Pipeline;
using TicketExport.States;

namespace TicketExport.Ledger;

public static partial class LedgerRules
{
    /// <summary>Refuses a decision that cannot be stored.</summary>
    /// <exception cref="ArgumentException">
    /// The actor or the reason is missing, too long or cannot be stored, or the path of a file is not a storage key or relative path.
    /// </exception>
    public static void ThrowIfUnusable(DecisionCommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        LedgerText.ThrowIfUnsafe(command.AccountId);
        LedgerText.ThrowIfUnsafe(command.ExportId);
        ThrowIfUnusable(command.By);
        if (command is DecisionCommand.ParkAsFile park)
        {
            ThrowIfUnusable(park.File);
        }

        if (command is DecisionCommand.NoteFileFailure { Failure.Code: not ExportCodes.PortableExportFailed })
        {
            throw new ArgumentException($"A file that could not be made has the code {ExportCodes.PortableExportFailed}.", nameof(command));
        }

        if (command is DecisionCommand.NoteOverride noted)
        {
            ThrowIfUnusable(noted.Items, "list of items", AuditStamp.MaxReason);
        }
    }

    /// <summary>The guard key of an export's source as a whole, over all targets.</summary>
    public static string SourceGuardKeyOf(ExportRecord export)
    {
        ArgumentNullException.ThrowIfNull(export);
        return ExportKeys.GuardKeyOf(export.Fingerprint, new TicketTarget { Id = export.TargetId, ProviderKey = export.ProviderKey });
    }

    /// <summary>Decides on a decision of somebody, as the state machine says.</summary>
    public static DecisionChange Decide(DecisionCommand command, DecisionSituation? situation, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (situation is null)
        {
            return new(new DecisionResult(DecisionOutcome.NotFound, null));
        }

        var entry = situation.Entry;
        if (command is DecisionCommand.NoteOverride noted)
        {
            return Note(noted, entry.Export, now);
        }

        if (command is DecisionCommand.NoteFileFailure failed)
        {
            return Note(failed, entry, now);
        }

        var (happened, action) = MeaningOf(command);
        var step = ExportMachine.Next(ExportState.Of(entry, now), happened);
        if (step.IsRefused)
        {
            return new(new DecisionResult(OutcomeOf(step.Refusal), entry.Export));
        }

        if (GoesOn(step) && InTheWay(situation, now) is { } inTheWay)
        {
            return new(inTheWay);
        }

        var written = Decided(command, entry, step, LedgerTime.Floor(now));
        return new(new DecisionResult(DecisionOutcome.Done, written.Export)) { Write = written, Audit = AuditOf(command, action, written.Export, now) };
    }

    private static DecisionChange Note(DecisionCommand.NoteOverride command, ExportRecord export, DateTimeOffset now) => new(new DecisionResult(DecisionOutcome.Done, export))
    {
        Audit = AuditOf(command, AuditAction.Overridden, export, now) with { Overridden = command.Items },
    };

    private static AuditRecord AuditOf(DecisionCommand command, AuditAction action, ExportRecord export, DateTimeOffset now) => new()
    {
        AccountId = command.AccountId,
        At = LedgerTime.Floor(now),
        By = command.By,
        Action = action,
        ExportId = command.ExportId,
        TicketId = export.Ticket?.ProviderTicketId,
    };

    // The claim that worked on it last is shut out, for it may not write over what a person decided.
    private static LedgerEntry Decided(DecisionCommand command, LedgerEntry entry, ExportStep step, DateTimeOffset now)
    {
        var attempt = Doubt(entry);
        if (attempt is not null && attempt.State != step.Next.Attempt)
        {
            attempt = attempt with { State = step.Next.Attempt, EndedAt = now };
        }

        var export = entry.Export with
        {
            Status = step.Next.Status,
            Link = step.Next.Link,
            FencingToken = checked(entry.Export.FencingToken + 1),
            HasOpenAttempt = step.Next.HasOpenAttempt,
            RetryAt = GoesOn(step) ? now : null,
            Failure = FailureAfter(command, entry),
            PortableFailure = command is DecisionCommand.Approve ? null : entry.Export.PortableFailure,
            UpdatedAt = now,
        };
        export = command is DecisionCommand.ParkAsFile park ? Parked(export, park.File) : export;
        return entry with { ClaimId = null, LeaseUntil = null, LastAttempt = attempt, Export = GoesOn(step) ? Anew(export, now) : export };
    }

    private static ExportRecord Anew(ExportRecord export, DateTimeOffset now) => export with
    {
        ApprovedAt = now,
        FailedTries = 0,
        RateLimits = 0,
        MappingStatus = export.HasOpenAttempt ? export.MappingStatus : MappingStatus.Unchecked,
    };

    private static bool GoesOn(ExportStep step) => step.Next is
    {
        Link: LinkState.None,
        Status: ExportStatus.Approved or ExportStatus.RetryScheduled or ExportStatus.DeliveryUnknown,
    };

    // An open attempt keeps why it is in doubt, whatever is decided meanwhile.
    private static ExportFailure? FailureAfter(DecisionCommand command, LedgerEntry entry) => command switch
    {
        DecisionCommand.Approve or DecisionCommand.ConfirmAbsent or DecisionCommand.MarkFollowUpDone => null,
        DecisionCommand.Disconnect when !entry.HasOpenAttempt => FailureMap.TargetDisconnected(entry.Export.TargetId),
        DecisionCommand.Reconnect when !entry.HasOpenAttempt => null,
        _ => entry.Export.Failure,
    };

    // Without this the export would be due, find the key in other hands, and be due again for ever.
    private static DecisionResult? InTheWay(DecisionSituation situation, DateTimeOffset now)
    {
        var export = situation.Entry.Export;
        if (!(situation.Generation >= export.Generation))
        {
            if (situation.SourceGeneration > export.Generation)
            {
                return new(DecisionOutcome.Superseded, export);
            }

            if (situation.SourceHolder is { } holder && BlockedBy(holder, now) is not null)
            {
                return new(DecisionOutcome.Duplicate, holder.Export);
            }
        }

        return situation.HasDocument || situation.Entry.HasOpenAttempt ? null : new(DecisionOutcome.DocumentMissing, export);
    }

    private static (ExportEvent Happened, AuditAction Action) MeaningOf(DecisionCommand command) => command switch
    {
        DecisionCommand.Approve => (ExportEvent.Approved, AuditAction.Approved),
        DecisionCommand.ConfirmAbsent => (ExportEvent.ConfirmedAbsent, AuditAction.ConfirmedAbsent),
        DecisionCommand.ParkAsFile => (ExportEvent.ParkedAsFile, AuditAction.ParkedAsFile),
        DecisionCommand.MarkReferenceLost => (ExportEvent.ReferenceLost, AuditAction.ReferenceLost),
        DecisionCommand.MarkReferenceSeen => (ExportEvent.ReferenceSeen, AuditAction.ReferenceSeen),
        DecisionCommand.MarkFollowUpDone => (ExportEvent.FollowUpDone, AuditAction.FollowUpDone),
        DecisionCommand.Disconnect => (ExportEvent.Disconnected, AuditAction.Disconnected),
        DecisionCommand.Reconnect => (ExportEvent.Reconnected, AuditAction.Reconnected),
        _ => throw new InvalidOperationException($"{command.GetType()} is not a decision on an export."),
    };

    private static DecisionOutcome OutcomeOf(ExportRefusal refusal) => refusal switch
    {
        ExportRefusal.HasTicket => DecisionOutcome.HasTicket,
        ExportRefusal.NoTicket => DecisionOutcome.NoTicket,
        ExportRefusal.Unlinked => DecisionOutcome.Unlinked,
        ExportRefusal.Leased => DecisionOutcome.InUse,
        ExportRefusal.NotDue => DecisionOutcome.TooEarly,
        ExportRefusal.OpenAttempt => DecisionOutcome.OutcomeUnknown,
        ExportRefusal.NoOpenAttempt => DecisionOutcome.NothingInDoubt,
        _ => DecisionOutcome.WrongStatus,
    };

    /// <summary>Refuses an actor or a reason that cannot be stored.</summary>
    /// <exception cref="ArgumentException">The actor or the reason is missing, too long or cannot be stored.</exception>
    public static void ThrowIfUnusable(AuditStamp by)
    {
        ArgumentNullException.ThrowIfNull(by);
        ThrowIfUnusable(by.Actor, "actor", AuditStamp.MaxActor);
        ThrowIfUnusable(by.Reason, "reason", AuditStamp.MaxReason);
    }

}
