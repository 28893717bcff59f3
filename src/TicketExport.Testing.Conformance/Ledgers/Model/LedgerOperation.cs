using TicketExport.Ledger;

namespace TicketExport.Testing.Conformance.Ledgers.Model;

/// <summary>One step of a history: plain data that means something whatever went before, so that any steps can be left out.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Id">Names the ids that the step brings along. The same step again is a call repeated after a lost answer.</param>
/// <param name="Lane">Which of the callers does it; each knows its own claims only.</param>
internal sealed record LedgerOperation(OperationKind Kind, int Id, int Lane)
{
    private static readonly int[] Steps = [1, 999, 5_000, 10_000, 30_000];

    /// <summary>Which finding: 0 and 1 of one account, 2 of another account with the same record id as 0.</summary>
    public int Finding { get; init; }

    /// <summary>Which target: 0 and 1 share the links of a source, 2 has links of its own, 3 is 1 with links of its own.</summary>
    public int Target { get; init; }

    public int Generation { get; init; } = 1;

    /// <summary>Which of the caller's claims, or of the exports that the history made.</summary>
    public int Pick { get; init; }

    /// <summary>The step whose export a change of a link is about.</summary>
    public int Other { get; init; }

    /// <summary>Which outcome, length of time, ticket or limit.</summary>
    public int Amount { get; init; }

    public string ExportId => $"export-{Id:D3}";

    public string PickedExportId => $"export-{Other:D3}";

    public ExportCase Case => new()
    {
        Account = new() { Id = Finding == 2 ? "globex" : "acme" },
        RecordId = Finding == 1 ? "finding-1" : "finding-0",
        Target = Target switch { 0 => "alpha", 2 => "gamma", _ => "beta" },
        Scope = Target >= 2 ? LinkScope.PerTarget : LinkScope.PerSource,
        Generation = Generation,
        Document = $"document {Id}",
        Lease = TimeSpan.FromSeconds(Amount % 3 == 0 ? 5 : 30),
    };

    public TargetKey Place => new(Case.Account.Id, Case.Target);

    public TimeSpan Time => TimeSpan.FromMilliseconds(Steps[Amount % Steps.Length]);

    public TicketReference Ticket => new() { ProviderTicketId = $"ticket-{Amount % 3}" };

    public ClaimRequest ClaimRequest => Case.Request() with { ExportId = ExportId, ClaimId = $"claim-{Id:D3}" };

    public EnqueueRequest EnqueueRequest => Case.Enqueue() with { ExportId = ExportId };

    public DueQuery Query => new() { Limit = 1 + (Amount % 5), After = Pick % 3 == 0 ? null : Place };

    public InboundReceipt Receipt => new() { Target = Place, DeliveryId = $"delivery-{Pick}", BodyHash = $"{Amount % 2}" };

    public LinkCommand.Link LinkCommand => Case.Link(Ticket) with { ExportId = ExportId };

    /// <summary>What a claim came to. The instants lie between two milliseconds, as a caller's clock may say them.</summary>
    public ExportUpdate UpdateAt(DateTimeOffset now)
    {
        var soon = now.AddSeconds(10).AddTicks(1);
        return (Amount % 8) switch
        {
            0 or 1 => Updates.Exported with { Ticket = Ticket },
            2 => Updates.Failed,
            3 => Updates.Retry(soon) with { AttemptState = AttemptState.NotSent },
            4 => Updates.Retry(soon) with { PauseTargetUntil = soon },
            5 => Updates.Unknown(soon),
            6 => Updates.Unknown(null),
            _ => Updates.Exported with { Ticket = Ticket, Status = ExportStatus.PartialFailed, AttemptState = AttemptState.Adopted, Failure = Updates.Failure },
        };
    }

    public override string ToString() =>
        $"{Kind} {Id}: finding {Finding}, target {Target}, generation {Generation}, pick {Pick}, of {Other}, amount {Amount}, lane {Lane}";
}
