using TicketExport.Http;
using TicketExport.Providers;
using TicketExport.States;
using TicketExport.Testing.Protocol;

namespace TicketExport.Testing.Internal;

internal sealed class FakeTrackerErrorMap
{
    private const int MaxFieldsShown = 10;

    private static readonly TicketHttpWords Words = new("The tracker", $"Credentials:{FakeTrackerDefaults.TokenCredential}", TicketHttpWords.AddressSetting);

    private readonly TimeProvider _time;

    public FakeTrackerErrorMap(TimeProvider time)
    {
        _time = time;
        OfPlace = new TicketHttpOutcomes(Words, Judge);
        OfTicket = new TicketHttpOutcomes(Words, JudgeTicket);
    }

    /// <summary>For requests that name no ticket.</summary>
    public TicketHttpOutcomes OfPlace { get; }

    /// <summary>For requests about one ticket.</summary>
    public TicketHttpOutcomes OfTicket { get; }

    /// <param name="answer">The answer.</param>
    /// <param name="target">The target.</param>
    /// <param name="asked">The ticket that was asked for; an answer about another one is not believed.</param>
    public static TicketReference? ReadReference(TicketHttpAnswer answer, TicketTarget target, TicketReference? asked = null) =>
        ReadTicket(answer, asked) is { } ticket ? ToReference(ticket, target) : null;

    public static TicketSnapshot? ReadSnapshot(TicketHttpAnswer answer, TicketTarget target, TicketReference asked) =>
        ReadTicket(answer, asked) is not { } ticket ? null : new TicketSnapshot
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
        };

    public static FindOutcome? ReadFound(TicketHttpAnswer answer, TicketTarget target)
    {
        if (!answer.TryReadJson(FakeJsonContext.Default.FakeTicketListResponse, out var list) || !list.Tickets.All(static ticket => RemoteText.IsId(ticket.Id)))
        {
            return null;
        }

        return list.Tickets.Length == 0
            ? new FindOutcome.Absent(Proven: true)
            : new FindOutcome.Found([.. list.Tickets.Select(ticket => ToReference(ticket, target))]);
    }

    public static string? ReadCommentId(TicketHttpAnswer answer) =>
        answer.TryReadJson(FakeJsonContext.Default.FakeCommentResponse, out var comment) ? comment.Id : null;

    public static TargetCheckOutcome? ReadIdentity(TicketHttpAnswer answer) =>
        answer.TryReadJson(FakeJsonContext.Default.FakeIdentityResponse, out var identity)
            ? new TargetCheckOutcome.Connected(identity.Name, [.. identity.Places ?? []])
            : null;

    private static FakeTicketResponse? ReadTicket(TicketHttpAnswer answer, TicketReference? asked) =>
        answer.TryReadJson(FakeJsonContext.Default.FakeTicketResponse, out var ticket)
        && RemoteText.IsId(ticket.Id)
        && (asked is null || ticket.Id == asked.ProviderTicketId)
            ? ticket
            : null;

    private static TicketReference ToReference(FakeTicketResponse ticket, TicketTarget target) => new()
    {
        ProviderTicketId = ticket.Id,
        ExternalIssueId = RemoteText.IsId(ticket.Key) ? ticket.Key : null,
        Url = RemoteText.ReadAddress(ticket.Url, target.BaseUrl),
    };

    private TicketHttpVerdict Judge(TicketHttpAnswer answer)
    {
        var error = answer.TryReadJson(FakeJsonContext.Default.FakeErrorResponse, out var body) ? body.Error : null;
        return TicketHttpStatus.Judge(answer, Words, _time, error?.Code) switch
        {
            TicketHttpVerdict.Refused { Fault: { Reason: FailureReason.Validation } fault } when FieldsOf(error) is { Length: > 0 } fields =>
                new TicketHttpVerdict.Refused(fault with { Message = $"The tracker refused the ticket because of {fields}." }),
            var verdict => verdict,
        };
    }

    private TicketHttpVerdict JudgeTicket(TicketHttpAnswer answer) => Judge(answer) switch
    {
        TicketHttpVerdict.Missing missing => new TicketHttpVerdict.Missing(
            missing.Fault with { Message = $"The tracker no longer shows the ticket (HTTP {answer.Status}).", Setting = null }),
        var verdict => verdict,
    };

    private static string FieldsOf(FakeError? error) => string.Join(", ", (error?.Fields ?? []).Where(RemoteText.IsCode).Take(MaxFieldsShown));
}
