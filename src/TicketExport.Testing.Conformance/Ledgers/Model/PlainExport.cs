using TicketExport.Ledger;

namespace TicketExport.Testing.Conformance.Ledgers.Model;

/// <summary>One export as the plain model remembers it.</summary>
internal sealed class PlainExport
{
    public required ClaimRequest Asked { get; init; }

    public required string Id { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public ExportStatus Status { get; set; }

    public long Fence { get; set; }

    public string? ClaimId { get; set; }

    public DateTimeOffset? LeaseEnd { get; set; }

    public DateTimeOffset? RetryAt { get; set; }

    public string? Ticket { get; set; }

    public DateTimeOffset? LinkedAt { get; set; }

    public string? Document { get; set; }

    /// <summary>The second in which the target was disabled that stopped it last.</summary>
    public DateTimeOffset? StoppedBy { get; set; }

    public bool IsUnlinked { get; set; }

    public List<AttemptRecord> Attempts { get; } = [];

    public TargetKey Place => new(Asked.Account.Id, Asked.TargetId);

    public int Generation => Asked.Keys.Generation;

    public bool IsInDoubt => Attempts is [.., { State: AttemptState.Sending or AttemptState.Unknown }];

    /// <summary>When somebody must come back to it.</summary>
    public DateTimeOffset? DueAt => LeaseEnd ?? RetryAt;

    public bool IsHeldAt(DateTimeOffset now) => LeaseEnd > now;

    /// <summary>Why nobody else may have the guard key, if nobody may.</summary>
    public string? WhyKept(DateTimeOffset now)
    {
        if (Ticket is not null)
        {
            return IsUnlinked ? null : Answers.Linked(Id);
        }

        if (IsHeldAt(now))
        {
            return Answers.Held(Id);
        }

        return IsInDoubt || Status is not (ExportStatus.Failed or ExportStatus.Blocked) ? Answers.Waiting(Id) : null;
    }

    public void Doubt()
    {
        if (Attempts is [.., { State: AttemptState.Sending } last])
        {
            Attempts[^1] = last with { State = AttemptState.Unknown, EndedAt = LeaseEnd };
        }
    }

    public void BeginAttempt(DateTimeOffset now) => Attempts.Add(new AttemptRecord
    {
        ExportId = Id,
        Number = Attempts.Count + 1,
        State = AttemptState.Sending,
        FencingToken = Fence,
        StartedAt = now,
    });
}
