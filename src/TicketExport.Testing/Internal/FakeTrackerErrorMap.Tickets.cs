using TicketExport.Http;
using TicketExport.Providers;
using TicketExport.States;

namespace TicketExport.Testing.Internal;

internal static partial class FakeTrackerErrorMap
{
    public static ReadOutcome ToReadOutcome(TicketHttpResult result, TicketTarget target, TimeProvider time) => result switch
    {
        TicketHttpResult.Unsent unsent => new ReadOutcome.Failed(unsent.Failure.ToFault(nameof(target.BaseUrl))),
        TicketHttpResult.Unanswered unanswered => new ReadOutcome.Failed(unanswered.Failure.ToFault()),
        TicketHttpResult.Answered { Answer: var answer } => answer.Status switch
        {
            200 => ToRead(answer, target),
            403 => new ReadOutcome.Forbidden(ToFault(answer)),
            404 or 410 => new ReadOutcome.Missing(Gone(answer)),
            _ => new ReadOutcome.Failed(ToFault(answer), RetryAfter.Read(answer, time)),
        },
        _ => throw new InvalidOperationException("TicketHttpResult is a closed set."),
    };

    // Every change may be repeated without harm, so what is in doubt is only the time at which it takes effect.
    public static ChangeOutcome ToChangeOutcome(TicketHttpResult result, TicketReference asked, TicketTarget target, TimeProvider time) => result switch
    {
        TicketHttpResult.Unsent unsent => new ChangeOutcome.NotSent(unsent.Failure.ToFault(nameof(target.BaseUrl))),
        TicketHttpResult.Unanswered unanswered => new ChangeOutcome.Unknown(unanswered.Failure.ToFault()),
        TicketHttpResult.Answered { Answer: var answer } => answer.Status switch
        {
            200 => answer.TryReadJson(FakeJsonContext.Default.FakeTicketResponse, out var ticket) && ticket.Id == asked.ProviderTicketId
                ? new ChangeOutcome.Changed(ToReference(ticket, target))
                : new ChangeOutcome.Unknown(ToUnreadable(answer)),
            404 or 410 => new ChangeOutcome.Missing(Gone(answer)),
            429 => new ChangeOutcome.RateLimited(ToFault(answer), RetryAfter.Read(answer, time)),
            < 300 or 408 or 409 or 425 or >= 500 => new ChangeOutcome.Unknown(ToFault(answer)),
            _ => new ChangeOutcome.Rejected(ToFault(answer)),
        },
        _ => throw new InvalidOperationException("TicketHttpResult is a closed set."),
    };

    public static CommentOutcome ToCommentOutcome(TicketHttpResult result, TicketTarget target) => result switch
    {
        TicketHttpResult.Unsent unsent => new CommentOutcome.Rejected(unsent.Failure.ToFault(nameof(target.BaseUrl))),
        TicketHttpResult.Unanswered unanswered => new CommentOutcome.Unknown(unanswered.Failure.ToFault()),
        TicketHttpResult.Answered { Answer: var answer } => answer.Status switch
        {
            201 => answer.TryReadJson(FakeJsonContext.Default.FakeCommentResponse, out var comment) && RemoteText.IsId(comment.Id)
                ? new CommentOutcome.Posted(comment.Id)
                : new CommentOutcome.Unknown(ToUnreadable(answer)),
            404 or 410 => new CommentOutcome.Rejected(Gone(answer)),
            < 300 or 408 or 409 or 425 or >= 500 => new CommentOutcome.Unknown(ToFault(answer)),
            _ => new CommentOutcome.Rejected(ToFault(answer)),
        },
        _ => throw new InvalidOperationException("TicketHttpResult is a closed set."),
    };

    public static TargetCheckOutcome ToCheckOutcome(TicketHttpResult result, TicketTarget target, TimeProvider time) => result switch
    {
        TicketHttpResult.Unsent unsent => new TargetCheckOutcome.Failed(unsent.Failure.ToFault(nameof(target.BaseUrl))),
        TicketHttpResult.Unanswered unanswered => new TargetCheckOutcome.Failed(unanswered.Failure.ToFault()),
        TicketHttpResult.Answered { Answer: var answer } => answer.Status switch
        {
            200 => answer.TryReadJson(FakeJsonContext.Default.FakeIdentityResponse, out var identity)
                ? new TargetCheckOutcome.Connected(identity.Name, [.. identity.Places ?? []])
                : new TargetCheckOutcome.Refused(ToUnreadable(answer)),
            408 or 425 or 429 or >= 500 => new TargetCheckOutcome.Failed(ToFault(answer), RetryAfter.Read(answer, time)),
            _ => new TargetCheckOutcome.Refused(ToFault(answer)),
        },
        _ => throw new InvalidOperationException("TicketHttpResult is a closed set."),
    };

    private static ReadOutcome ToRead(TicketHttpAnswer answer, TicketTarget target) =>
        answer.TryReadJson(FakeJsonContext.Default.FakeTicketResponse, out var ticket) && RemoteText.IsId(ticket.Id)
            ? new ReadOutcome.Read(new TicketSnapshot
            {
                RawStatus = ticket.Status ?? "",
                Status = ticket.Status switch
                {
                    FakeTrackerStatuses.ToDo => ProviderStatus.Open,
                    FakeTrackerStatuses.Doing => ProviderStatus.InProgress,
                    FakeTrackerStatuses.Closed => ProviderStatus.Done,
                    _ => ProviderStatus.Unknown,
                },
                Reference = ToReference(ticket, target),
                UpdatedAt = ticket.UpdatedAt,
            })
            : new ReadOutcome.Failed(ToUnreadable(answer));

    private static ProviderFault Gone(TicketHttpAnswer answer) => ToFault(answer) with
    {
        Message = $"The tracker no longer shows the ticket (HTTP {answer.Status}).",
        Setting = null,
    };
}
