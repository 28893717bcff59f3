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
        return FakeTrackerErrorMap.ToReadOutcome(result, request.Target, time);
    }

    public async Task<ChangeOutcome> UpdateAsync(UpdateTicketRequest request, CancellationToken cancellationToken)
    {
        var wire = new FakeUpdateTicketRequest
        {
            Title = request.Document.Title,
            Body = MarkdownRenderer.Render(request.Body).Body,
            Labels = [.. request.Document.Labels],
            Priority = request.Document.Priority.ToString().ToLowerInvariant(),
        };
        var result = await _client.UpdateAsync((request.Target, request.Credential), request.Ticket, wire, cancellationToken).ConfigureAwait(false);
        return FakeTrackerErrorMap.ToChangeOutcome(result, request.Ticket, request.Target, time);
    }

    public async Task<ChangeOutcome> CloseAsync(CloseTicketRequest request, CancellationToken cancellationToken)
    {
        var result = await _client.ActAsync((request.Target, request.Credential), request.Ticket, "close", cancellationToken).ConfigureAwait(false);
        return FakeTrackerErrorMap.ToChangeOutcome(result, request.Ticket, request.Target, time);
    }

    public async Task<ChangeOutcome> ReopenAsync(ReopenTicketRequest request, CancellationToken cancellationToken)
    {
        var result = await _client.ActAsync((request.Target, request.Credential), request.Ticket, "reopen", cancellationToken).ConfigureAwait(false);
        return FakeTrackerErrorMap.ToChangeOutcome(result, request.Ticket, request.Target, time);
    }

    public async Task<CommentOutcome> AddCommentAsync(AddCommentRequest request, CancellationToken cancellationToken)
    {
        var result = await _client.CommentAsync((request.Target, request.Credential), request.Ticket, request.Text, cancellationToken).ConfigureAwait(false);
        return FakeTrackerErrorMap.ToCommentOutcome(result, request.Target);
    }

    public async Task<TargetCheckOutcome> CheckAsync(CheckTargetRequest request, CancellationToken cancellationToken)
    {
        var result = await _client.IdentifyAsync((request.Target, request.Credential), cancellationToken).ConfigureAwait(false);
        return FakeTrackerErrorMap.ToCheckOutcome(result, request.Target, time);
    }
}
