using System.Text;
using TicketExport.Ledger;

namespace TicketExport.Testing.Conformance.Ledgers.Model;

/// <summary>
/// What a ledger promises, as plain lists that are searched from one end to the other. Written from docs/concepts/ledgers.md and
/// without any code of the ledgers, so that the same mistake is not made twice.
/// </summary>
internal sealed partial class PlainLedger(DateTimeOffset now) : ILedgerActor
{
    private const string Repeated = "the same claim again";

    private readonly List<PlainExport> _exports = [];
    private readonly List<PlainGuard> _guards = [];
    private readonly List<(TargetKey Place, DateTimeOffset Until)> _pauses = [];
    private readonly List<(string Account, string Text)> _audit = [];
    private readonly List<(TargetKey Place, string Delivery, string Hash)> _receipts = [];
    private readonly List<(int Lane, ExportClaim Claim)> _claims = [];
    private DateTimeOffset _now = now;

    public Task<string> ApplyAsync(LedgerOperation operation) => Task.FromResult(Apply(operation));

    public Task<string> DescribeAsync() => Task.FromResult(Describe());

    public string Apply(LedgerOperation operation) => operation.Kind switch
    {
        OperationKind.Claim => Claim(operation.ClaimRequest, operation.Lane),
        OperationKind.Enqueue => Enqueue(operation.ClaimRequest),
        OperationKind.Record when ClaimOf(operation) is { } claim => Answers.Recorded(Record(claim, operation.UpdateAt(_now))),
        OperationKind.Begin when ClaimOf(operation) is { } claim => Begin(claim, operation.Lane),
        OperationKind.Due => Answers.Due(Due(operation.Query)),
        OperationKind.Advance => Answers.Time(_now += operation.Time),
        OperationKind.Link => Link(operation),
        OperationKind.Unlink => Unlink(operation),
        OperationKind.Relink => Relink(operation),
        OperationKind.Disable => Disable(operation.Place),
        OperationKind.Enable => Enable(operation.Place),
        OperationKind.Receive => Receive(operation.Place, $"delivery-{operation.Pick}", $"{operation.Amount % 2}"),
        _ => Answers.Nothing,
    };

    private string Claim(ClaimRequest request, int lane)
    {
        var guard = GuardOf(request);
        if (request.Keys.Generation != (guard?.Generation ?? 1))
        {
            return Answers.Generation(guard?.Generation ?? 1);
        }

        var own = ExportOf(request);
        if (OtherHolder(guard, own)?.WhyKept(_now) is { } kept)
        {
            return kept;
        }

        if (DisabledSince(request) is { } since && (own is null || WhyNotNow(own, request) is null))
        {
            return Stop(request, own, since);
        }

        // A row that does not name this export yet is corrected, whatever else comes of the claim.
        Guard(request, own ??= Add(request));
        if (WhyNotNow(own, request) is { } refused)
        {
            return refused == Repeated ? Answer(own, lane) : refused;
        }

        own.Document = Encoding.UTF8.GetString(request.DocumentJson.Span);
        own.Doubt();
        return PauseOf(own.Place) is { } pause ? WaitForTarget(own, pause) : Take(own, request, lane);
    }

    private string? WhyNotNow(PlainExport own, ClaimRequest request)
    {
        if (own.Ticket is not null)
        {
            return Answers.Linked(own.Id);
        }

        if (own.IsHeldAt(_now))
        {
            return own.ClaimId == request.ClaimId ? Repeated : Answers.Held(own.Id);
        }

        return own.RetryAt > _now ? Answers.Waiting(own.Id) : null;
    }

    private string Take(PlainExport own, ClaimRequest request, int lane)
    {
        own.Fence++;
        own.ClaimId = request.ClaimId;
        own.LeaseEnd = _now + request.LeaseDuration;
        own.RetryAt = null;
        own.Status = own.IsInDoubt ? ExportStatus.DeliveryUnknown : ExportStatus.Delivering;
        if (!own.IsInDoubt)
        {
            own.BeginAttempt(_now);
        }

        return Answer(own, lane);
    }

    private string Answer(PlainExport own, int lane)
    {
        var last = own.Attempts[^1];
        var claim = new ExportClaim(own.Asked.Account.Id, own.Id, own.ClaimId!, own.Fence, last.Number, own.LeaseEnd!.Value);
        _claims.Add((lane, claim));
        return last.FencingToken == own.Fence ? Answers.Send(claim) : Answers.Reconcile(claim, last);
    }

    private static string WaitForTarget(PlainExport own, DateTimeOffset pause)
    {
        own.LeaseEnd = null;
        own.RetryAt = pause;
        own.Status = own.IsInDoubt ? ExportStatus.DeliveryUnknown : ExportStatus.RetryScheduled;
        return Answers.Waiting(own.Id);
    }

    private string Enqueue(ClaimRequest request)
    {
        var guard = GuardOf(request);
        if (request.Keys.Generation != (guard?.Generation ?? 1))
        {
            return Answers.Generation(guard?.Generation ?? 1);
        }

        var own = ExportOf(request);
        if (OtherHolder(guard, own)?.WhyKept(_now) is { } kept)
        {
            return kept;
        }

        if (own is not null && own.Status != ExportStatus.Approved && own.WhyKept(_now) is { } waits)
        {
            return waits;
        }

        if (DisabledSince(request) is { } since)
        {
            return Stop(request, own, since);
        }

        own ??= Add(request);
        own.Document = Encoding.UTF8.GetString(request.DocumentJson.Span);
        own.Status = ExportStatus.Approved;
        own.RetryAt ??= _now;
        Guard(request, own);
        return Answers.Enqueued(own.Id);
    }

    private PlainExport Add(ClaimRequest request)
    {
        var export = new PlainExport { Asked = request, Id = request.ExportId, AskedAt = _now, Status = ExportStatus.Approved };
        _exports.Add(export);
        return export;
    }

    private PlainExport? ExportOf(ClaimRequest request) => _exports.Find(export =>
        export.Asked.Account.Id == request.Account.Id && export.Asked.Keys.IdempotencyKey == request.Keys.IdempotencyKey);

    private PlainGuard? GuardOf(ClaimRequest request) =>
        _guards.Find(guard => guard.Account == request.Account.Id && guard.Key == request.Keys.GuardKey);

    private static PlainExport? OtherHolder(PlainGuard? guard, PlainExport? own) =>
        guard is not null && guard.Holder != own && guard.Holder.Generation >= guard.Generation ? guard.Holder : null;

    private void Guard(ClaimRequest request, PlainExport holder)
    {
        if (GuardOf(request) is { } guard)
        {
            guard.Holder = holder;
        }
        else
        {
            _guards.Add(new PlainGuard(request.Account.Id, request.Keys.GuardKey) { Generation = request.Keys.Generation, Holder = holder });
        }
    }

    private DateTimeOffset? PauseOf(TargetKey place)
    {
        var pauses = _pauses.Where(pause => pause.Place == place && pause.Until > _now).ToArray();
        return pauses.Length == 0 ? null : pauses.Max(static pause => pause.Until);
    }

    private ExportClaim? ClaimOf(LedgerOperation operation) =>
        LedgerHistories.Picked([.. _claims.Where(taken => taken.Lane == operation.Lane).Select(static taken => taken.Claim)], operation);
}
