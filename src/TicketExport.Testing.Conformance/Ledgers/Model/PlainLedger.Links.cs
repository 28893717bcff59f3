using TicketExport.Ledger;

namespace TicketExport.Testing.Conformance.Ledgers.Model;

internal sealed partial class PlainLedger
{
    private string Link(LedgerOperation operation)
    {
        var (request, ticket) = (operation.ClaimRequest, operation.Ticket.ProviderTicketId);
        var guard = GuardOf(request);
        request = (operation with { Generation = guard?.Generation ?? 1 }).ClaimRequest;
        var own = ExportOf(request);
        if (OtherHolder(guard, own) is { } other && other.WhyKept(_now) is not null)
        {
            return InTheWay(other, request.TargetId, ticket);
        }

        if (own is not null && (own.Ticket is not null || own.IsHeldAt(_now)))
        {
            return InTheWay(own, request.TargetId, ticket);
        }

        own ??= Add(request);
        Guard(request, own);
        Tie(own, ticket);
        _audit.Add((own.Asked.Account.Id, $"{AuditAction.Linked} {own.Id} >{ticket}"));
        return Answers.Changed(LinkOutcome.Linked, own.Id);
    }

    private string Unlink(LedgerOperation operation)
    {
        var export = Picked(operation);
        if (WhyNotChanged(export) is { } refusal)
        {
            return refusal;
        }

        foreach (var guard in _guards.Where(guard => guard.Holder == export))
        {
            guard.Generation = export!.Generation + 1;
        }

        export!.IsUnlinked = true;
        _audit.Add((export.Asked.Account.Id, $"{AuditAction.Unlinked} {export.Id} {export.Ticket}>"));
        return Answers.Changed(LinkOutcome.Unlinked, export.Id);
    }

    private string Relink(LedgerOperation operation)
    {
        var export = Picked(operation);
        if (WhyNotChanged(export) is { } refusal)
        {
            return refusal;
        }

        var ticket = operation.Ticket.ProviderTicketId;
        if (export!.Ticket == ticket && export.Status is ExportStatus.Exported or ExportStatus.PartialFailed)
        {
            return Answers.Changed(LinkOutcome.AlreadyLinked, export.Id);
        }

        _audit.Add((export.Asked.Account.Id, $"{AuditAction.Relinked} {export.Id} {export.Ticket}>{ticket}"));
        var status = export.Status;
        Tie(export, ticket);
        export.Status = status == ExportStatus.PartialFailed ? status : ExportStatus.Exported;
        return Answers.Changed(LinkOutcome.Relinked, export.Id);
    }

    // A person's word ends the doubt, and shuts out whoever worked on the export last.
    private void Tie(PlainExport export, string ticket)
    {
        if (export.IsInDoubt)
        {
            export.Attempts[^1] = export.Attempts[^1] with { State = AttemptState.Adopted, EndedAt = _now };
        }

        export.Fence++;
        export.ClaimId = null;
        export.Status = ExportStatus.Exported;
        export.Ticket = ticket;
        export.LinkedAt = _now;
        export.RetryAt = null;
        export.LeaseEnd = null;
    }

    private PlainExport? Picked(LedgerOperation operation) =>
        _exports.Find(export => export.Id == operation.PickedExportId && export.Asked.Account.Id == operation.Case.Account.Id);

    private string? WhyNotChanged(PlainExport? export)
    {
        if (export is null)
        {
            return Answers.Changed(LinkOutcome.NotFound, null);
        }

        if (export.IsHeldAt(_now) || export.IsInDoubt)
        {
            return Answers.Changed(LinkOutcome.InUse, export.Id);
        }

        return export.Ticket is null || export.IsUnlinked ? Answers.Changed(LinkOutcome.NotLinked, export.Id) : null;
    }

    private static string InTheWay(PlainExport holder, string target, string ticket) => Answers.Changed(
        holder.Ticket is null ? LinkOutcome.InUse
            : holder.Place.TargetId == target && holder.Ticket == ticket ? LinkOutcome.AlreadyLinked
            : LinkOutcome.Conflict,
        holder.Id);
}
