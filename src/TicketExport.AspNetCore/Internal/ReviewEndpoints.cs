using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using TicketExport.AspNetCore.Protocol;
using TicketExport.Review;

namespace TicketExport.AspNetCore.Internal;

/// <summary>A look before an export, and the approval.</summary>
internal static class ReviewEndpoints
{
    public static Task<IResult> ReviewAsync(HttpContext http, string? orgId, string sourceId, string? target) =>
        TicketCalls.RunAsync(http, TicketExportOperation.Review, async call =>
        {
            var (request, problem) = await SourceTickets.RequestAsync(call, TicketCalls.SourceOf(http)!.Value, target).ConfigureAwait(false);
            return problem ?? ApiAnswer.Of(
                StatusCodes.Status200OK,
                ReviewBodies.Of(await call.Get<ITicketReviews>().ReviewAsync(new ReviewRequest { Export = request! }, call.WhileListening).ConfigureAwait(false)),
                ApiJsonContext.Default.ReviewBody);
        });

    public static Task<IResult> ApproveAsync(HttpContext http, string? orgId, string sourceId, string? target) =>
        TicketCalls.RunAsync(http, TicketExportOperation.Approve, async call =>
        {
            var (body, malformed) = call.Read(ApiJsonContext.Default.ApproveBody);
            var (overrides, unknown) = ReadOverrides(body.Override ?? []);
            if ((malformed ?? TicketCall.CheckReason(body.Reason) ?? unknown) is { } refusal)
            {
                return refusal;
            }

            if (!overrides.IsEmpty && string.IsNullOrWhiteSpace(body.Reason))
            {
                return Problems.Invalid("$.reason", "required", "An override needs a reason of its own.");
            }

            var (request, problem) = await SourceTickets.RequestAsync(call, TicketCalls.SourceOf(http)!.Value, target).ConfigureAwait(false);
            return problem ?? AnswerTo(await call.Get<ITicketReviews>().ApproveAsync(
                new ApprovalRequest { Export = request!, By = call.By(body.Reason, "Approved over the HTTP interface."), Override = overrides },
                CancellationToken.None).ConfigureAwait(false));
        });

    private static (ImmutableArray<ReadinessKey> Keys, ApiAnswer? Problem) ReadOverrides(ImmutableArray<string> words)
    {
        var keys = ImmutableArray.CreateBuilder<ReadinessKey>();
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] is null || Words.KeyOf(words[i]) is not { } key)
            {
                return ([], Problems.Invalid($"$.override[{i}]", "one_of", "This is no item of the readiness list. Use a key of the review's items."));
            }

            keys.Add(key);
        }

        return (keys.ToImmutable(), null);
    }

    private static ApiAnswer AnswerTo(ApprovalResult result) => ApiAnswer.Of(
        StatusOf(result.Outcome),
        new ApprovalBody
        {
            Outcome = result.Outcome,
            Message = result.Message,
            Overridden = [.. result.Overridden.Select(Words.Of)],
            ExportId = result.Export?.ExportId,
            ExportStatus = result.Export?.Status,
            RetryAt = result.Export?.RetryAt,
            Review = ReviewBodies.Of(result.Review),
        },
        ApiJsonContext.Default.ApprovalBody);

    private static int StatusOf(ApprovalOutcome outcome) => outcome switch
    {
        ApprovalOutcome.Approved => StatusCodes.Status202Accepted,
        ApprovalOutcome.Updated => StatusCodes.Status200OK,
        ApprovalOutcome.OverrideDenied => StatusCodes.Status403Forbidden,
        _ => StatusCodes.Status409Conflict,
    };
}
