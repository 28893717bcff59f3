using TicketExport.Ledger;
using TicketExport.Providers;

namespace TicketExport.Simulation.Tests.Worlds;

/// <summary>Judges every event of a run, and its end, by what the ledger and the tracker really hold.</summary>
internal sealed class Oracles(World world)
{
    private readonly Dictionary<string, long> _fences = [];
    private readonly Dictionary<string, DateTimeOffset> _leases = [];
    private readonly Dictionary<string, DateTimeOffset> _due = [];
    private readonly Dictionary<(string ExportId, int Attempt), DateTimeOffset> _askedToWait = [];
    private readonly HashSet<(string ExportId, int Attempt)> _sent = [];
    private readonly Dictionary<string, TargetKey> _targets = [];
    private readonly Dictionary<TargetKey, DateTimeOffset> _pauses = [];
    private readonly Dictionary<(string ExportId, long FencingToken), SimulatedWorker> _holders = [];
    private readonly Fairness _fairness = new(world);

    public Violation? Violation { get; private set; }

    public void Report(string oracle, string what) => Violation ??= new Violation(oracle, what);

    public void Committed(Ticket ticket)
    {
        var count = world.Tracker.Tickets.Count(other => other.Fingerprint == ticket.Fingerprint);
        Check(count <= 1, "I1", $"ticket {ticket.Id} is number {count} for its finding");
    }

    public void Enqueued(EnqueueRequest request, EnqueueResult result)
    {
        if (result is EnqueueResult.Enqueued { Export: var export })
        {
            _fairness.Enqueued(new TargetKey(request.Account.Id, export.TargetId), export.ExportId);
        }
    }

    public void Claimed(SimulatedWorker worker, ClaimResult result)
    {
        var taken = result switch
        {
            ClaimResult.ToSend send => (send.Claim, send.Export),
            ClaimResult.ToReconcile reconcile => (reconcile.Claim, reconcile.Export),
            _ => default((ExportClaim? Claim, ExportRecord Export)),
        };
        if (taken.Claim is not { } claim)
        {
            return;
        }

        Check(claim.FencingToken > _fences.GetValueOrDefault(claim.ExportId), "I4", $"fencing token {claim.FencingToken} was given twice");
        var target = new TargetKey(claim.AccountId, taken.Export.TargetId);
        Check(IsOver(_leases.GetValueOrDefault(claim.ExportId)), "I4", "an export was claimed while another claim held it");
        Check(IsOver(_due.GetValueOrDefault(claim.ExportId)), "I6", "an export was taken up before it was due");
        Check(IsOver(_pauses.GetValueOrDefault(target)), "I7", $"an export to {target.TargetId} was taken up while its tracker had asked to wait");
        _fences[claim.ExportId] = claim.FencingToken;
        _leases[claim.ExportId] = claim.LeaseUntil;
        _targets[claim.ExportId] = target;
        _holders[(claim.ExportId, claim.FencingToken)] = worker;
        _fairness.Claimed(target, claim.ExportId);
    }

    public void Begun(ExportClaim claim, ExportClaim? next)
    {
        if (next is not null)
        {
            Check(claim.FencingToken == _fences.GetValueOrDefault(claim.ExportId), "I4", "an attempt was begun under an older fencing token");
        }
    }

    public void Recorded(ExportClaim claim, ExportUpdate update, bool accepted)
    {
        _holders.Remove((claim.ExportId, claim.FencingToken));
        if (!accepted)
        {
            return;
        }

        Check(claim.FencingToken == _fences.GetValueOrDefault(claim.ExportId, claim.FencingToken), "I4", $"a write with fencing token {claim.FencingToken} was applied after a newer one");
        if (update.AttemptState == AttemptState.RateLimited && _askedToWait.TryGetValue((claim.ExportId, claim.AttemptNumber), out var until))
        {
            Check(update.RetryAt >= until - world.Plan.Skew, "I6", $"the tracker asked to wait until {until:HH:mm:ss.fff}, the next try is due at {update.RetryAt:HH:mm:ss.fff}");
        }

        _due[claim.ExportId] = update.RetryAt ?? default;
        _leases[claim.ExportId] = default;
        _fairness.Recorded(_targets[claim.ExportId], claim.ExportId);
        if (update.PauseTargetUntil > _pauses.GetValueOrDefault(_targets[claim.ExportId]))
        {
            _pauses[_targets[claim.ExportId]] = update.PauseTargetUntil.Value;
        }
    }

    /// <summary>A worker that was asked to end is gone: what it had taken is recorded, or due for a look-up because it stood still past its lease.</summary>
    public void Ended(SimulatedWorker worker)
    {
        if (world.Plan.LedgerFaultRate == 0)
        {
            var left = _holders
                .Where(holder => holder.Value == worker && !IsOver(_leases.GetValueOrDefault(holder.Key.ExportId)))
                .Select(static holder => holder.Key.ExportId)
                .ToArray();
            Check(left.Length == 0, "I8", $"worker {worker.Number} ended and left {string.Join(", ", left)} to a lease");
        }
    }

    /// <summary>A worker was killed: its leases tell what it had taken.</summary>
    public void Forget(SimulatedWorker worker)
    {
        foreach (var key in _holders.Where(holder => holder.Value == worker).Select(static holder => holder.Key).ToArray())
        {
            _holders.Remove(key);
            _fairness.Recorded(_targets[key.ExportId], key.ExportId);
        }
    }

    public void AskedToWait(CreateTicketRequest request, DateTimeOffset until)
    {
        if (ExportOf(request) is { } export)
        {
            _askedToWait[(export.ExportId, request.Attempt)] = until;
        }
    }

    public void CreateArrives(CreateTicketRequest request)
    {
        if (ExportOf(request) is not { } export)
        {
            Report("I5", "a create arrived and the ledger has no export for it");
            return;
        }

        var attempts = AttemptsOf(export);
        var own = attempts.FirstOrDefault(attempt => attempt.Number == request.Attempt);
        Check(own is { State: AttemptState.Sending }, "I5", $"attempt {request.Attempt} arrived and the ledger says {own?.State.ToString() ?? "nothing"} of it");
        Check(attempts.All(attempt => attempt.Number >= request.Attempt || IsProvenNotCreated(attempt)), "I5", "a create was repeated while an earlier one was unsettled");
        Check(_sent.Add((export.ExportId, request.Attempt)), "I5", $"attempt {request.Attempt} arrived twice");
        Check(world.Now < _leases.GetValueOrDefault(export.ExportId) + world.Plan.Skew, "I5", $"attempt {request.Attempt} arrived after its lease");
    }

    /// <summary>Whether a finding stands as it may stand for good.</summary>
    public bool IsSettled(string finding)
    {
        var exports = ExportsOf(finding);
        return exports.Any(static export => export.Ticket is not null)
            || (MayEndUnknown && !(IsLookedUpAgain && TicketsOf(finding).Any(IsFindable)) && exports.Any(AsksAPerson));
    }

    public void JudgeEnd(string finding)
    {
        var (exports, tickets) = (ExportsOf(finding), TicketsOf(finding));
        var linked = exports.Where(static export => export.Ticket is not null).ToArray();
        Check(IsSettled(finding), "I3", $"{finding} is not settled: {string.Join(", ", exports.Select(static export => $"{export.Status} {export.Failure?.NextStep} {export.RetryAt:HH:mm:ss.fff}"))}");
        Check(tickets.Length <= 1 && linked.Length <= 1, "I1", $"{finding} has {tickets.Length} tickets and {linked.Length} links");
        if (linked is [var one])
        {
            Check(tickets is [var ticket] && ticket.Id == one.Ticket!.ProviderTicketId, "I2", $"{finding} is linked to ticket {one.Ticket!.ProviderTicketId}, the tracker has {tickets.Length}");
        }

        foreach (var attempts in exports.Select(AttemptsOf))
        {
            Check(attempts.Select(static attempt => attempt.Number).SequenceEqual(Enumerable.Range(1, attempts.Length)), "I5", $"{finding} lacks attempts");
            Check(attempts.Zip(attempts.Skip(1)).All(static pair => pair.First.FencingToken <= pair.Second.FencingToken), "I4", $"{finding}: a fencing token fell");
        }
    }

    /// <summary>The exports of a finding that wait for somebody to look at the tracker.</summary>
    public IEnumerable<ExportRecord> AskingAPerson(string finding) => ExportsOf(finding).Where(AsksAPerson);

    /// <summary>The ticket of a finding as somebody sees it who looks at the tracker itself.</summary>
    public Ticket? TicketOf(string finding) => TicketsOf(finding).FirstOrDefault();

    // A caller who exports again looks again; a worker leaves the question to the person who was asked.
    private bool IsLookedUpAgain => world.Plan.Dispatch is null;

    // A refused repeat proves nothing about the first request, so that a worker asks a person at a tracker with a native key too.
    private bool MayEndUnknown => world.Plan is { HasPerson: false, RecreatesWhenAbsent: false }
        && (world.Plan.Profile.MayEndUnknown || (!IsLookedUpAgain && world.Plan.Profile.Guarantee == GuaranteeClass.NativeIdempotency));

    // As far as a clock that may be off can tell.
    private bool IsOver(DateTimeOffset until) => until == default || until - world.Plan.Skew <= world.Now;

    private static bool IsProvenNotCreated(AttemptRecord attempt) =>
        attempt.State is AttemptState.NotCreated or AttemptState.NotSent or AttemptState.RateLimited or AttemptState.Rejected;

    private static bool AsksAPerson(ExportRecord export) =>
        export is { Status: ExportStatus.DeliveryUnknown, RetryAt: null, Failure.NextStep: NextStep.Confirm };

    private bool IsFindable(Ticket ticket) => world.Plan.Profile.Guarantee != GuaranteeClass.NoLookup && ticket.Marker is not null;

    private void Check(bool holds, string oracle, string what)
    {
        if (!holds)
        {
            Report(oracle, what);
        }
    }

    private Ticket[] TicketsOf(string finding)
    {
        var fingerprint = Findings.Fingerprint(finding).Value;
        return [.. world.Tracker.Tickets.Where(ticket => ticket.Fingerprint == fingerprint)];
    }

    private ExportRecord? ExportOf(CreateTicketRequest request) =>
        ExportsOf(request.Document.Source.RecordId).FirstOrDefault(export => export.TargetId == request.Target.Id);

    private ExportRecord[] ExportsOf(string finding) =>
        [.. world.Storage.Queries.ListBySourceAsync(Findings.AccountOf(finding).Id, Findings.Source(finding), CancellationToken.None).GetAwaiter().GetResult()];

    private AttemptRecord[] AttemptsOf(ExportRecord export) =>
        [.. world.Storage.Queries.ListAttemptsAsync(export.Account.Id, export.ExportId, CancellationToken.None).GetAwaiter().GetResult()];
}
