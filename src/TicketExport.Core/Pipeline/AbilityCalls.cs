using TicketExport.Providers;

namespace TicketExport.Pipeline;

/// <summary>The calls of the abilities: what each asks of a provider, and what is taken over of its answer. Pure.</summary>
internal static class AbilityCalls
{
    public static AbilityCall<ReadOutcome> Read(ITicketProvider provider, ReadTicketRequest request) => new(
        "read",
        async token => Checked(await ((IStatusProvider)provider).ReadAsync(request, token).ConfigureAwait(false), request.Ticket),
        static fault => new ReadOutcome.Failed(fault),
        static outcome => outcome switch
        {
            ReadOutcome.Read { Ticket.Status: States.ProviderStatus.Unknown } => ("unmapped", null),
            ReadOutcome.Read => ("read", null),
            ReadOutcome.Missing missing => ("missing", missing.Fault),
            ReadOutcome.Forbidden forbidden => ("forbidden", forbidden.Fault),
            ReadOutcome.Failed failed => ("read_failed", failed.Fault),
            _ => throw NotInSet(outcome),
        })
    {
        Doubt = "Nothing was read; the status read last stays.",
        DoubtReason = FailureReason.Timeout,
    };

    public static AbilityCall<TargetCheckOutcome> Check(ITicketProvider provider, CheckTargetRequest request) => new(
        "check",
        async token => Checked(await ((ITargetCheckProvider)provider).CheckAsync(request, token).ConfigureAwait(false)),
        static fault => new TargetCheckOutcome.Failed(fault),
        static outcome => outcome switch
        {
            TargetCheckOutcome.Connected => ("connected", null),
            TargetCheckOutcome.Refused refused => ("refused", refused.Fault),
            TargetCheckOutcome.Failed failed => ("check_failed", failed.Fault),
            _ => throw NotInSet(outcome),
        })
    {
        Doubt = "Nothing is known of the target; check again.",
        DoubtReason = FailureReason.Timeout,
    };

    public static AbilityCall<ChangeOutcome> Update(ITicketProvider provider, UpdateTicketRequest request) =>
        Change("update", request.Ticket, token => ((IUpdateProvider)provider).UpdateAsync(request, token));

    public static AbilityCall<ChangeOutcome> Close(ITicketProvider provider, CloseTicketRequest request) =>
        Change("close", request.Ticket, token => ((ICloseProvider)provider).CloseAsync(request, token));

    public static AbilityCall<ChangeOutcome> Reopen(ITicketProvider provider, ReopenTicketRequest request) =>
        Change("reopen", request.Ticket, token => ((IReopenProvider)provider).ReopenAsync(request, token));

    public static AbilityCall<CommentOutcome> Comment(ITicketProvider provider, AddCommentRequest request) => new(
        "comment",
        token => ((ICommentProvider)provider).AddCommentAsync(request, token),
        static fault => new CommentOutcome.Unknown(fault),
        static outcome => outcome switch
        {
            CommentOutcome.Posted => ("posted", null),
            CommentOutcome.Rejected rejected => ("rejected", rejected.Fault),
            CommentOutcome.Unknown unknown => ("outcome_unknown", unknown.Fault),
            _ => throw NotInSet(outcome),
        })
    {
        Doubt = "The comment may stand at the tracker.",
        DoubtReason = FailureReason.Ambiguous,
    };

    private static AbilityCall<ChangeOutcome> Change(string operation, TicketReference ticket, Func<CancellationToken, Task<ChangeOutcome>> run) => new(
        operation,
        async token => Checked(await run(token).ConfigureAwait(false), ticket),
        static fault => new ChangeOutcome.Unknown(fault),
        static outcome => outcome switch
        {
            ChangeOutcome.Changed => ("changed", null),
            ChangeOutcome.Rejected rejected => ("rejected", rejected.Fault),
            ChangeOutcome.NotSent notSent => ("not_sent", notSent.Fault),
            ChangeOutcome.RateLimited limited => ("rate_limited", limited.Fault),
            ChangeOutcome.Missing missing => ("missing", missing.Fault),
            ChangeOutcome.Unknown unknown => ("outcome_unknown", unknown.Fault),
            _ => throw NotInSet(outcome),
        })
    {
        Doubt = "The ticket may have been changed.",
        DoubtReason = FailureReason.Ambiguous,
    };

    private static ReadOutcome Checked(ReadOutcome outcome, TicketReference ticket) => outcome is not ReadOutcome.Read read
        ? outcome
        : new ReadOutcome.Read(read.Ticket with
        {
            RawStatus = ReceivedText.Clean(read.Ticket.RawStatus),
            Status = Enum.IsDefined(read.Ticket.Status) ? read.Ticket.Status : States.ProviderStatus.Unknown,

            // The id that was asked for stays: a key or an address may change, an id that does is another ticket.
            Reference = (ReceivedTicket.Clean(read.Ticket.Reference) ?? ticket) with { ProviderTicketId = ticket.ProviderTicketId },
        });

    private static ChangeOutcome Checked(ChangeOutcome outcome, TicketReference ticket) => outcome is ChangeOutcome.Changed changed
        ? new ChangeOutcome.Changed(ReceivedTicket.Clean(changed.Ticket) ?? ticket)
        : outcome;

    private static TargetCheckOutcome Checked(TargetCheckOutcome outcome) => outcome is not TargetCheckOutcome.Connected connected
        ? outcome
        : new TargetCheckOutcome.Connected(
            ReceivedText.Clean(connected.Identity),
            connected.Places.IsDefault ? [] : [.. connected.Places.Select(ReceivedText.Clean).Where(static place => place.Length > 0)]);

    private static InvalidOperationException NotInSet<TOutcome>(TOutcome outcome) =>
        new($"{outcome?.GetType()} is not an outcome of this call.");
}
