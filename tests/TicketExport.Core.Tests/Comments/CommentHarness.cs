using TicketExport.Comments;
using TicketExport.Core.Tests.Policies;
using TicketExport.Ledger;
using TicketExport.Providers;
using TicketExport.Targets;
using TicketExport.Worker;

namespace TicketExport.Core.Tests.Comments;

/// <summary>What a host calls for comments, over a tracker on loopback.</summary>
internal static class CommentHarness
{
    public static SourceKey Source { get; } = new(Documents.Checkout.Source.Type, Documents.Checkout.Source.RecordId);

    public static CommentDraft Draft(string text = "Please look.", string? id = null) => new()
    {
        AccountId = "acme",
        Source = Source,
        Author = "Kim",
        Text = text,
        CommentId = id,
    };

    public static Task<CommentResult> AddAsync(this TrackerHarness harness, CommentDraft? draft = null) =>
        harness.Service<ITicketComments>().AddAsync(draft ?? Draft());

    public static async Task<ThreadComment[]> ThreadAsync(this TrackerHarness harness) =>
        [.. (await harness.Service<ITicketComments>().ListAsync("acme", Source, new PageRequest())).Items];

    public static Task<DispatchReport> WorkAsync(this TrackerHarness harness) => harness.Service<ITicketExportDispatcher>().RunOnceAsync(100);

    public static async Task<CommentApplied> ReceiveAsync(this TrackerHarness harness, InboundEvent inbound)
    {
        var export = (await harness.Queries.ListBySourceAsync("acme", Source, default)).Single();
        var (connection, _) = await harness.Service<TargetAccess>().FindAsync("acme", export.TargetId, default);
        return await harness.Service<CommentInbox>().ReceiveAsync(export, connection!, inbound, default);
    }

    public static InboundEvent Added(this TrackerHarness harness, string externalId, string text = "From there.", string author = "Jane") => new()
    {
        Kind = InboundEventKind.CommentAdded,
        Ticket = new TicketReference { ProviderTicketId = "any" },
        CommentId = externalId,
        Comment = new ExternalComment(externalId, author, text, harness.Time.GetUtcNow()),
        ActorId = "person-1",
        OccurredAt = harness.Time.GetUtcNow(),
    };
}
