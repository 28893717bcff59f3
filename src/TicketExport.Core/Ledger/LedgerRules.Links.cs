using TicketExport.States;

namespace TicketExport.Ledger;

public static partial class LedgerRules
{
    /// <summary>Refuses a change that cannot be stored.</summary>
    /// <exception cref="ArgumentException">The actor, the reason or a text of the ticket is missing, too long or cannot be stored.</exception>
    public static void ThrowIfUnusable(LinkCommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        LedgerText.ThrowIfUnsafe(command.AccountId);
        ThrowIfUnusable(command.By);
        switch (command)
        {
            case LinkCommand.Unlink unlink:
                LedgerText.ThrowIfUnsafe(unlink.ExportId);
                break;
            case LinkCommand.Relink relink:
                LedgerText.ThrowIfUnsafe(relink.ExportId);
                ThrowIfUnusable(relink.Ticket);
                break;
            case LinkCommand.LinkBack back:
                ThrowIfUnusable(back.Ticket);
                break;
            case LinkCommand.Link link:
                LedgerText.ThrowIfUnsafe(link);
                ThrowIfUnusable(link.Ticket);
                break;
        }
    }

    /// <summary>Decides on ending a link.</summary>
    public static LinkChange Unlink(LinkCommand.Unlink command, LinkSituation? situation, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (Refusal(situation, now) is { } refusal)
        {
            return new(refusal);
        }

        var entry = situation!.Entry;
        var step = ExportMachine.Next(ExportState.Of(entry, now), ExportEvent.Unlinked);
        var export = entry.Export with { Link = step.Next.Link, RetryAt = null, UpdatedAt = LedgerTime.Floor(now) };
        return new(new LinkResult(LinkOutcome.Unlinked, export))
        {
            Write = entry with { LeaseUntil = null, Export = export },
            NewGeneration = checked(export.Generation + 1),
            Audit = AuditOf(command, AuditAction.Unlinked, export, now) with { FormerTicketId = export.Ticket!.ProviderTicketId },
        };
    }

    /// <summary>Decides on putting another ticket into a link.</summary>
    public static LinkChange Relink(LinkCommand.Relink command, LinkSituation? situation, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (Refusal(situation, now) is { } refusal)
        {
            return new(refusal);
        }

        var export = situation!.Entry.Export;
        if (export.Ticket == command.Ticket && export is { Status: ExportStatus.Exported or ExportStatus.PartialFailed, Link: LinkState.Live })
        {
            return new(new LinkResult(LinkOutcome.AlreadyLinked, export));
        }

        var written = Retied(situation.Entry, command.Ticket, now);
        return new(new LinkResult(LinkOutcome.Relinked, written.Export))
        {
            Write = written,
            Audit = AuditOf(command, AuditAction.Relinked, export, now) with
            {
                TicketId = command.Ticket.ProviderTicketId,
                FormerTicketId = export.Ticket!.ProviderTicketId,
            },
        };
    }

    /// <summary>Decides on linking a source to a ticket that exists already.</summary>
    /// <param name="command">The link.</param>
    /// <param name="situation">What the ledger holds for its keys in the generation.</param>
    /// <param name="generation">The generation, as <see cref="GenerationOf"/> gives it.</param>
    /// <param name="now">The ledger's clock.</param>
    public static LinkChange Link(LinkCommand.Link command, ClaimSituation situation, int generation, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(situation);
        if ((OtherHolder(situation) is { } other ? InTheWay(command, other, now) : null) is { } refused)
        {
            return new(refused);
        }

        var own = situation.Own ?? new LedgerEntry { Export = NewExport(command, generation, LedgerTime.Floor(now)) };
        var step = ExportMachine.Next(ExportState.Of(own, now), ExportEvent.LinkedByHand);
        if (step.IsRefused)
        {
            return new(InTheWay(command, own, now) ?? new LinkResult(LinkOutcome.InUse, own.Export));
        }

        var entry = LinkedTo(own with { LastAttempt = Settled(own.LastAttempt, step, now) }, command.Ticket, now);
        var action = command.IsImport ? AuditAction.Imported : AuditAction.Linked;
        return new(new LinkResult(LinkOutcome.Linked, entry.Export))
        {
            Write = entry,
            NewHolderId = situation.Holder?.Export.ExportId == entry.Export.ExportId ? null : entry.Export.ExportId,
            Audit = AuditOf(command, action, entry.Export, now) with { TicketId = command.Ticket.ProviderTicketId },
        };
    }

    // A ticket whose create request may still be under way must not lose its guard.
    private static LinkResult? Refusal(LinkSituation? situation, DateTimeOffset now) => situation switch
    {
        null => new(LinkOutcome.NotFound, null),
        { Entry: var entry } when entry.IsLeasedAt(now) || entry.HasOpenAttempt => new(LinkOutcome.InUse, entry.Export),
        { IsLive: false } or { Entry.Export.Link: LinkState.None or LinkState.Unlinked } => new(LinkOutcome.NotLinked, situation.Entry.Export),
        _ => null,
    };

    private static AttemptRecord? Settled(AttemptRecord? last, ExportStep step, DateTimeOffset now) => last is null || last.State == step.Next.Attempt
        ? last
        : last with { State = step.Next.Attempt, EndedAt = LedgerTime.Floor(now) };

    private static LinkResult? InTheWay(LinkCommand.Link command, LedgerEntry holder, DateTimeOffset now) => BlockedBy(holder, now) switch
    {
        null => null,
        ClaimResult.Linked => new(
            holder.Export.TargetId == command.Target.Id && holder.Export.Ticket!.ProviderTicketId == command.Ticket.ProviderTicketId
                ? LinkOutcome.AlreadyLinked
                : LinkOutcome.Conflict,
            holder.Export),
        _ => new(LinkOutcome.InUse, holder.Export),
    };

    // The claim that worked on it last is shut out: what it may still find out must not replace the ticket that a person named.
    private static LedgerEntry LinkedTo(LedgerEntry entry, TicketReference ticket, DateTimeOffset now) => entry with
    {
        ClaimId = null,
        LeaseUntil = null,
        Export = entry.Export with
        {
            Status = ExportStatus.Exported,
            FencingToken = checked(entry.Export.FencingToken + 1),
            HasOpenAttempt = false,
            RetryAt = null,
            Failure = null,
            Ticket = ticket,
            Link = LinkState.Live,
            LinkedAt = LedgerTime.Floor(now),
            UpdatedAt = LedgerTime.Floor(now),
        },
    };

    // Another reference makes nothing good that failed after the creation; FollowUpDone says when that is.
    private static LedgerEntry Retied(LedgerEntry entry, TicketReference ticket, DateTimeOffset now)
    {
        var linked = LinkedTo(entry, ticket, now);
        return entry.Export.Status == ExportStatus.PartialFailed
            ? linked with { Export = linked.Export with { Status = ExportStatus.PartialFailed, Failure = entry.Export.Failure } }
            : linked;
    }

    private static ExportRecord NewExport(LinkCommand.Link command, int generation, DateTimeOffset now) => new()
    {
        ExportId = command.ExportId,
        Account = command.Account,
        Source = command.Source,
        ReportId = command.ReportId,
        TargetId = command.Target.Id,
        ProviderKey = command.Target.ProviderKey,
        Fingerprint = command.Fingerprint,
        IdempotencyKey = command.KeysOf(generation).IdempotencyKey,
        Generation = generation,
        Status = ExportStatus.Exported,
        FencingToken = 0,
        Attempts = 0,
        ApprovedAt = now,
        CreatedAt = now,
        UpdatedAt = now,
    };

    private static AuditRecord AuditOf(LinkCommand command, AuditAction action, ExportRecord export, DateTimeOffset now) => new()
    {
        AccountId = command.AccountId,
        At = LedgerTime.Floor(now),
        By = command.By,
        Action = action,
        ExportId = export.ExportId,
    };

    private static void ThrowIfUnusable(TicketReference ticket)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(ticket.ProviderTicketId);
        LedgerText.ThrowIfUnsafe(ticket.ProviderTicketId);
        LedgerText.ThrowIfUnsafe(ticket.ExternalIssueId);
        LedgerText.ThrowIfUnsafe(ticket.Url?.OriginalString);
    }

    private static void ThrowIfUnusable(string text, string name, int maxLength)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > maxLength)
        {
            throw new ArgumentException($"The {name} of a change is empty or longer than {maxLength} characters; say who changes the link and why.");
        }

        LedgerText.ThrowIfUnsafe(text);
    }
}
