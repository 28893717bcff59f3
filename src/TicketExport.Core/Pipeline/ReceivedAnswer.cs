using System.Collections.Immutable;
using TicketExport.Providers;
using TicketExport.Redaction.Internal;

namespace TicketExport.Pipeline;

/// <summary>Judges and cleans what a provider gave, before any of it is kept: references that cannot be used, and texts that repeat what must not be.</summary>
internal sealed class ReceivedAnswer(ReceivedText text)
{
    private const int MostProblems = 100;
    private const int MostFields = 500;
    private const int MostValues = 100;

    public CreateOutcome Clean(CreateOutcome outcome) => outcome switch
    {
        CreateOutcome.Created created => Clean(created.Ticket) is { } ticket
            ? created with { Ticket = ticket, FollowUpFault = created.FollowUpFault is { } fault ? Clean(fault) : null }
            : new CreateOutcome.Unknown(UnusableReference),
        CreateOutcome.Rejected rejected => rejected with { Fault = Clean(rejected.Fault) },
        CreateOutcome.NotSent notSent => notSent with { Fault = Clean(notSent.Fault) },
        CreateOutcome.RateLimited limited => limited with { Fault = Clean(limited.Fault) },
        CreateOutcome.Unknown unknown => unknown with { Fault = Clean(unknown.Fault) },
        _ => outcome,
    };

    public FindOutcome Clean(FindOutcome outcome)
    {
        switch (outcome)
        {
            case FindOutcome.Found found:
                ImmutableArray<TicketReference> tickets = [.. found.Tickets.Select(Clean).OfType<TicketReference>()];
                return tickets.IsEmpty ? new FindOutcome.Failed(UnusableReference) : new FindOutcome.Found(tickets);
            case FindOutcome.Failed failed:
                return failed with { Fault = Clean(failed.Fault) };
            default:
                return outcome;
        }
    }

    public CommentOutcome Clean(CommentOutcome outcome) => outcome switch
    {
        CommentOutcome.Posted { Echo: { } echo } posted => posted with { Echo = echo with { Author = text.Message(echo.Author), Text = text.Message(echo.Text) } },
        CommentOutcome.Rejected rejected => rejected with { Fault = Clean(rejected.Fault) },
        CommentOutcome.Unknown unknown => unknown with { Fault = Clean(unknown.Fault) },
        _ => outcome,
    };

    public ChangeOutcome Clean(ChangeOutcome outcome, TicketReference ticket) => outcome switch
    {
        ChangeOutcome.Changed changed => new ChangeOutcome.Changed(Clean(changed.Ticket) ?? ticket),
        ChangeOutcome.Rejected rejected => rejected with { Fault = Clean(rejected.Fault) },
        ChangeOutcome.NotSent notSent => notSent with { Fault = Clean(notSent.Fault) },
        ChangeOutcome.RateLimited limited => limited with { Fault = Clean(limited.Fault) },
        ChangeOutcome.Missing missing => missing with { Fault = Clean(missing.Fault) },
        ChangeOutcome.Unknown unknown => unknown with { Fault = Clean(unknown.Fault) },
        _ => outcome,
    };

    public ReadOutcome Clean(ReadOutcome outcome, TicketReference ticket) => outcome switch
    {
        ReadOutcome.Read read => new ReadOutcome.Read(Clean(read.Ticket, ticket)),
        ReadOutcome.Missing missing => missing with { Fault = Clean(missing.Fault) },
        ReadOutcome.Forbidden forbidden => forbidden with { Fault = Clean(forbidden.Fault) },
        ReadOutcome.Failed failed => failed with { Fault = Clean(failed.Fault) },
        _ => outcome,
    };

    // An answer of another length belongs to other questions: nothing of it is used, and each ticket is read by itself.
    public ReadManyOutcome Clean(ReadManyOutcome outcome, ImmutableArray<TicketReference> tickets) => outcome switch
    {
        ReadManyOutcome.Read read => new ReadManyOutcome.Read(
            !read.Tickets.IsDefault && read.Tickets.Length == tickets.Length
                ? [.. read.Tickets.Zip(tickets, (snapshot, ticket) => snapshot is null ? null : Clean(snapshot, ticket))]
                : [.. tickets.Select(static _ => (TicketSnapshot?)null)]),
        ReadManyOutcome.Failed failed => failed with { Fault = Clean(failed.Fault) },
        _ => outcome,
    };

    public TargetCheckOutcome Clean(TargetCheckOutcome outcome) => outcome switch
    {
        TargetCheckOutcome.Connected connected => new TargetCheckOutcome.Connected(
            text.Code(connected.Identity) ?? "",
            connected.Places.IsDefault ? [] : [.. connected.Places.Select(text.Code).OfType<string>().Where(static place => place.Length > 0)]),
        TargetCheckOutcome.Refused refused => refused with { Fault = Clean(refused.Fault) },
        TargetCheckOutcome.Failed failed => failed with { Fault = Clean(failed.Fault) },
        _ => outcome,
    };

    public FieldsOutcome Clean(FieldsOutcome outcome) => outcome switch
    {
        FieldsOutcome.Found found => new FieldsOutcome.Found(found.Fields.IsDefault ? [] : [.. found.Fields.Take(MostFields).Select(Clean)]),
        FieldsOutcome.Refused refused => refused with { Fault = Clean(refused.Fault) },
        FieldsOutcome.Failed failed => failed with { Fault = Clean(failed.Fault) },
        _ => outcome,
    };

    public ProviderFault Clean(ProviderFault fault) => fault with
    {
        Message = text.Message(fault.Message),
        Code = text.Code(fault.Code),
        ProviderErrorCode = text.Code(fault.ProviderErrorCode),
        ReceiverCode = text.Code(fault.ReceiverCode),
        Setting = text.Code(fault.Setting),
        Problems = [.. fault.Problems.Take(MostProblems).Select(problem => problem with
        {
            Setting = text.Code(problem.Setting) ?? "",
            Message = text.Message(problem.Message),
            ProviderErrorCode = text.Code(problem.ProviderErrorCode),
        })],
    };

    private TargetField Clean(TargetField field) => field with
    {
        Key = text.Code(field.Key) ?? "",
        Name = text.Code(field.Name) ?? "",
        Kind = text.Code(field.Kind),
        Setting = text.Code(field.Setting),
        AllowedValues = [.. field.AllowedValues.Take(MostValues).Select(value => new TargetFieldValue(text.Code(value.Id) ?? "", text.Code(value.Name) ?? ""))],
    };

    // The id that was asked for stays: a key or an address may change, an id that does is another ticket.
    private TicketSnapshot Clean(TicketSnapshot snapshot, TicketReference ticket) => snapshot with
    {
        RawStatus = text.Code(snapshot.RawStatus) ?? "",
        Status = Enum.IsDefined(snapshot.Status) ? snapshot.Status : States.ProviderStatus.Unknown,
        Reference = (Clean(snapshot.Reference) ?? ticket) with { ProviderTicketId = ticket.ProviderTicketId },
    };

    private TicketReference? Clean(TicketReference ticket) =>
        ReceivedTicket.Clean(ticket) is { } usable && !text.HoldsSecret(usable.ProviderTicketId) && !text.HoldsSecret(usable.ExternalIssueId ?? "")
            ? usable with { Url = text.Address(usable.Url) }
            : null;

    private static ProviderFault UnusableReference => new()
    {
        Reason = FailureReason.Ambiguous,
        Message = "The tracker answered with an id that is empty, too long, a secret or not plain text. The ticket may exist; it is looked for before anything is sent again.",
    };
}
