using TicketExport.Http;
using TicketExport.Providers;
using TicketExport.Rendering;
using TicketExport.Testing.Protocol;

namespace TicketExport.Testing.Internal;

internal sealed partial class FakeTrackerTicketProvider :
    IStatusProvider, IUpdateProvider, ICloseProvider, IReopenProvider, ICommentProvider, ITargetCheckProvider
{
    public async Task<ReadOutcome> ReadAsync(ReadTicketRequest request, CancellationToken cancellationToken)
    {
        var result = await _client.ReadAsync((request.Target, request.Credential), request.Ticket, cancellationToken).ConfigureAwait(false);
        return _errors.OfTicket.ToRead(result, answer => FakeTrackerErrorMap.ReadSnapshot(answer, request.Target, request.Ticket));
    }

    public async Task<ChangeOutcome> UpdateAsync(UpdateTicketRequest request, CancellationToken cancellationToken)
    {
        var wire = new FakeUpdateTicketRequest
        {
            Title = TitleOf(request.Document),
            Body = BodyOf(request.Body),
            Labels = LabelsOf(request.Document, request.Target),
            Priority = request.Document.Priority.ToString().ToLowerInvariant(),
        };
        var result = await _client.UpdateAsync((request.Target, request.Credential), request.Ticket, wire, cancellationToken).ConfigureAwait(false);
        return ToChange(result, request.Ticket, request.Target);
    }

    public async Task<ChangeOutcome> CloseAsync(CloseTicketRequest request, CancellationToken cancellationToken)
    {
        var result = await _client.ActAsync((request.Target, request.Credential), request.Ticket, "close", cancellationToken).ConfigureAwait(false);
        return ToChange(result, request.Ticket, request.Target);
    }

    public async Task<ChangeOutcome> ReopenAsync(ReopenTicketRequest request, CancellationToken cancellationToken)
    {
        var result = await _client.ActAsync((request.Target, request.Credential), request.Ticket, "reopen", cancellationToken).ConfigureAwait(false);
        return ToChange(result, request.Ticket, request.Target);
    }

    public async Task<CommentOutcome> AddCommentAsync(AddCommentRequest request, CancellationToken cancellationToken)
    {
        var result = await _client.CommentAsync((request.Target, request.Credential), request.Ticket, CommentOf(request.Text), cancellationToken).ConfigureAwait(false);
        return _errors.OfTicket.ToComment(result, FakeTrackerErrorMap.ReadCommentId);
    }

    public async Task<TargetCheckOutcome> CheckAsync(CheckTargetRequest request, CancellationToken cancellationToken)
    {
        var result = await _client.IdentifyAsync((request.Target, request.Credential), cancellationToken).ConfigureAwait(false);
        return _errors.OfPlace.ToCheck(result, FakeTrackerErrorMap.ReadIdentity);
    }

    private static string CommentOf(string text)
    {
        var lines = text.Split('\n').SelectMany(static line => new Inline[] { new Inline.LineBreak(), new Inline.Text(line) }).Skip(1);
        return PlainTextRenderer
            .Render(
                new TicketBody([new BodySection("comment", "", [new Block.Paragraph([.. lines])])]),
                new RenderOptions { Limit = FakeTrackerWire.CommentLimit })
            .Text.Trim();
    }

    private ChangeOutcome ToChange(TicketHttpResult result, TicketReference asked, TicketTarget target) =>
        _errors.OfTicket.ToChange(result, answer => FakeTrackerErrorMap.ReadReference(answer, target, asked));
}
