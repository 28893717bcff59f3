using System.Globalization;
using TicketExport.Http;
using TicketExport.Providers;
using TicketExport.Testing.Protocol;

namespace TicketExport.Testing.Internal;

internal static partial class FakeTrackerErrorMap
{
    private const int MaxFieldsShown = 10;

    public static CreateOutcome ToCreateOutcome(TicketHttpResult result, TicketTarget target, TimeProvider time) => result switch
    {
        TicketHttpResult.Unsent unsent => unsent.Failure.ToUnsentOutcome(nameof(target.BaseUrl)),
        TicketHttpResult.Unanswered unanswered => new CreateOutcome.Unknown(unanswered.Failure.ToFault()),
        TicketHttpResult.Answered { Answer: var answer } => answer.Status switch
        {
            >= 200 and < 300 => ToCreated(answer, target),
            429 => new CreateOutcome.RateLimited(ToFault(answer), RetryAfter.Read(answer, time)),
            < 200 or 408 or 409 or 425 or >= 500 => new CreateOutcome.Unknown(ToFault(answer), RetryAfter.Read(answer, time)),
            _ => new CreateOutcome.Rejected(ToFault(answer)),
        },
        _ => throw new InvalidOperationException("TicketHttpResult is a closed set."),
    };

    public static FindOutcome ToFindOutcome(TicketHttpResult result, TicketTarget target, TimeProvider time) => result switch
    {
        TicketHttpResult.Unsent unsent => new FindOutcome.Failed(unsent.Failure.ToFault(nameof(target.BaseUrl))),
        TicketHttpResult.Unanswered unanswered => new FindOutcome.Failed(unanswered.Failure.ToFault()),
        TicketHttpResult.Answered { Answer: var answer } => answer.Status == 200
            ? ToFound(answer, target)
            : new FindOutcome.Failed(ToFault(answer), RetryAfter.Read(answer, time)),
        _ => throw new InvalidOperationException("TicketHttpResult is a closed set."),
    };

    private static CreateOutcome ToCreated(TicketHttpAnswer answer, TicketTarget target) =>
        answer.TryReadJson(FakeJsonContext.Default.FakeTicketResponse, out var ticket) && RemoteText.IsId(ticket.Id)
            ? new CreateOutcome.Created(ToReference(ticket, target))
            : new CreateOutcome.Unknown(ToUnreadable(answer));

    private static FindOutcome ToFound(TicketHttpAnswer answer, TicketTarget target)
    {
        if (!answer.TryReadJson(FakeJsonContext.Default.FakeTicketListResponse, out var list) || !list.Tickets.All(ticket => RemoteText.IsId(ticket.Id)))
        {
            return new FindOutcome.Failed(ToUnreadable(answer));
        }

        return list.Tickets.Length == 0
            ? new FindOutcome.Absent(Proven: true)
            : new FindOutcome.Found([.. list.Tickets.Select(ticket => ToReference(ticket, target))]);
    }

    private static TicketReference ToReference(FakeTicketResponse ticket, TicketTarget target) => new()
    {
        ProviderTicketId = ticket.Id,
        ExternalIssueId = RemoteText.IsId(ticket.Key) ? ticket.Key : null,
        Url = RemoteText.ReadAddress(ticket.Url, target.BaseUrl),
    };

    private static ProviderFault ToUnreadable(TicketHttpAnswer answer)
    {
        var isPage = answer.MediaType is "text/html";
        return new ProviderFault
        {
            Reason = isPage ? FailureReason.Authentication : FailureReason.Ambiguous,
            Message = isPage
                ? "The tracker answered with a page instead of data; it may want a sign-in. Check Credentials:token and BaseUrl."
                : "The tracker's answer could not be read.",
            ResponseCode = answer.Status,
        };
    }

    private static ProviderFault ToFault(TicketHttpAnswer answer)
    {
        var error = answer.TryReadJson(FakeJsonContext.Default.FakeErrorResponse, out var body) ? body.Error : null;
        var (reason, message, setting) = answer.Status switch
        {
            401 => (FailureReason.Authentication, "The tracker refused the token. Renew Credentials:token", "Credentials:token"),
            403 => (FailureReason.Permission, "The token does not reach this far. Give it the right to create tickets", "Credentials:token"),
            404 or 410 => (FailureReason.NotFound, "The tracker does not know this place. Check BaseUrl", nameof(TicketTarget.BaseUrl)),
            409 => (FailureReason.Conflict, "The tracker reported a conflict", null),
            429 => (FailureReason.RateLimited, "The tracker takes no more requests for now", null),
            >= 300 and < 400 => (FailureReason.Redirected, "The tracker answered with a redirect, which is never followed. Set BaseUrl to its final address", nameof(TicketTarget.BaseUrl)),
            >= 500 or 408 or 425 => (FailureReason.Unavailable, "The tracker could not answer now", null),
            _ => (FailureReason.Validation, $"The tracker refused the ticket{FieldsOf(error)}", (string?)null),
        };
        return new ProviderFault
        {
            Reason = reason,
            Message = string.Create(CultureInfo.InvariantCulture, $"{message} (HTTP {answer.Status})."),
            ProviderErrorCode = RemoteText.IsCode(error?.Code) ? error.Code : null,
            ResponseCode = answer.Status,
            Setting = setting,
        };
    }

    private static string FieldsOf(FakeError? error)
    {
        var fields = (error?.Fields ?? []).Where(RemoteText.IsCode).Take(MaxFieldsShown).ToArray();
        return fields.Length == 0 ? "" : $" because of {string.Join(", ", fields)}";
    }
}
