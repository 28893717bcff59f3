using TicketExport.Ledger;
using TicketExport.Pipeline;
using TicketExport.Providers;

namespace TicketExport.Comments;

/// <summary>Brings a claimed comment to its ticket and records what came of it. The intent is on record before it is called.</summary>
internal sealed class CommentSender(CommentRecorder recorder, AbilityCaller caller, CommentVerdicts verdicts, TimeProvider time)
{
    private static readonly TimeSpan RecordingMargin = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LeastBudget = TimeSpan.FromSeconds(1);

    /// <param name="claimed">What the claim came to.</param>
    /// <param name="route">The way to the ticket.</param>
    /// <param name="text">The text as the gate let it pass.</param>
    /// <param name="cancellationToken">Cancels the call; its end is recorded all the same.</param>
    public async Task<CommentResult> SendAsync(CommentClaimResult claimed, CommentRoute route, string text, CancellationToken cancellationToken)
    {
        if (claimed is not CommentClaimResult.ToSend { Claim: var claim })
        {
            return recorder.Unsent(claimed);
        }

        var connection = route.Connection;
        var sheet = connection.Provider.Sheet;
        if (claim.IsInDoubt && !sheet.RepeatsComments)
        {
            var cutOff = new CommentUpdate.InDoubt(CommentFailures.CutOff(connection), RetryAt: null);
            return await recorder.RecordAsync(claim, route.Export, cutOff).ConfigureAwait(false);
        }

        var left = claim.LeaseUntil - sheet.SettleWindow - time.GetUtcNow() - RecordingMargin;
        var budget = left < sheet.Timeout ? left : sheet.Timeout;
        if (budget < LeastBudget)
        {
            return await StopAsync(claim, route.Export, CommentFailures.Of(CommentFailures.LeaseTooShort, connection), mayPass: true).ConfigureAwait(false);
        }

        var call = AbilityCalls.Comment(connection.Provider, RequestOf(claim, route, text));
        var outcome = await caller.CallAsync(connection.Provider, call, budget, cancellationToken).ConfigureAwait(false);
        var result = await recorder.RecordAsync(claim, route.Export, verdicts.Of(outcome, claim, connection)).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return result;
    }

    /// <summary>Records that a claimed comment could not be sent for a reason on this side.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="export">The export whose ticket it was for.</param>
    /// <param name="failure">Why.</param>
    /// <param name="mayPass">Whether trying again later may do.</param>
    public Task<CommentResult> StopAsync(CommentClaim claim, ExportRecord export, ExportFailure failure, bool mayPass) =>
        recorder.RecordAsync(claim, export, mayPass ? verdicts.NotCalled(failure, claim) : new CommentUpdate.NotAdded(failure, RetryAt: null));

    private AddCommentRequest RequestOf(CommentClaim claim, CommentRoute route, string text) => new()
    {
        Account = route.Export.Account,
        Target = route.Connection.Target,
        Credential = route.Connection.Credential,
        Ticket = claim.Ticket,
        CommentId = claim.CommentId,
        Text = text,
        FirstTriedAt = verdicts.FirstTryOf(claim),
    };
}
