using TicketExport.Providers;

namespace TicketExport.Core.Tests.Comments.Races;

/// <summary>A tracker whose every move is chosen from outside: when a call is carried out, when it is answered, and what its webhook tells.</summary>
internal sealed class CommentTracker(TimeProvider time) : ITicketProvider, ICommentProvider
{
    private readonly List<PendingCall> _calls = [];
    private int _lastId;

    public ProviderSheet Sheet { get; } = new()
    {
        Key = "raced",
        DisplayName = "Raced",
        Guarantee = GuaranteeClass.ConsistentLookup,
        SettleWindow = TimeSpan.FromMinutes(2),
        RepeatsComments = true,
    };

    public List<TrackedComment> Comments { get; } = [];

    /// <summary>What the webhook has to tell; everything is told at least once.</summary>
    public List<InboundEvent> Outbox { get; } = [];

    public IReadOnlyList<PendingCall> Calls => _calls;

    public Task<CreateOutcome> CreateAsync(CreateTicketRequest request, CancellationToken cancellationToken) =>
        Task.FromResult<CreateOutcome>(new CreateOutcome.Created(new TicketReference { ProviderTicketId = "T-1" }));

    public Task<FindOutcome> FindAsync(FindTicketRequest request, CancellationToken cancellationToken) =>
        Task.FromResult<FindOutcome>(new FindOutcome.Absent(Proven: true));

    public Task<CommentOutcome> AddCommentAsync(AddCommentRequest request, CancellationToken cancellationToken)
    {
        var call = new PendingCall(request, time.GetUtcNow());
        cancellationToken.UnsafeRegister(_ => call.Answer.TrySetCanceled(cancellationToken), null);
        _calls.Add(call);
        return call.Answer.Task;
    }

    /// <summary>Carries a call out: it finds what stands already, else it adds.</summary>
    public TrackedComment CarryOut(PendingCall call)
    {
        var standing = Comments.FirstOrDefault(comment => comment.OwnId == call.Request.CommentId);
        return call.Done = standing ?? Write(call.Request.CommentId, call.Request.Text, call.StartedAt);
    }

    public void Answer(PendingCall call, CommentOutcome outcome)
    {
        _calls.Remove(call);
        call.Answer.TrySetResult(outcome);
    }

    /// <summary>The caller is gone; the call itself may still be carried out.</summary>
    public void Forget(PendingCall call) => _calls.Remove(call);

    public TrackedComment Write(string? ownId, string text, DateTimeOffset startedAt, bool isPrivate = false)
    {
        var comment = new TrackedComment($"{++_lastId}", ownId, startedAt) { Text = text, ChangedAt = time.GetUtcNow(), IsPrivate = isPrivate };
        Comments.Add(comment);
        Outbox.Add(comment.Tell(InboundEventKind.CommentAdded));
        return comment;
    }

    public void Edit(TrackedComment comment, string text)
    {
        (comment.Text, comment.ChangedAt) = (text, time.GetUtcNow());
        Outbox.Add(comment.Tell(InboundEventKind.CommentEdited));
    }

    public void Delete(TrackedComment comment)
    {
        (comment.IsDeleted, comment.ChangedAt) = (true, time.GetUtcNow());
        Outbox.Add(comment.Tell(InboundEventKind.CommentDeleted));
    }
}
