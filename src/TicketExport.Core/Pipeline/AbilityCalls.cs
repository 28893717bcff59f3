using TicketExport.Contract;
using TicketExport.Providers;

namespace TicketExport.Pipeline;

/// <summary>The calls of the abilities: what each asks of a provider, and how its answer is read. Pure.</summary>
internal static class AbilityCalls
{
    public static AbilityCall<ReadOutcome> Read(ITicketProvider provider, ReadTicketRequest request) => new(
        "read",
        token => ((IStatusProvider)provider).ReadAsync(request, token),
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
        Scope = new(request.Account, request.Target, request.Credential),
        Clean = (answer, outcome) => answer.Clean(outcome, request.Ticket),
        Doubt = "Nothing was read; the status read last stays.",
        DoubtReason = FailureReason.Timeout,
    };

    public static AbilityCall<ReadManyOutcome> ReadMany(IStatusBatchProvider batches, ReadTicketsRequest request) => new(
        "read_many",
        token => batches.ReadManyAsync(request, token),
        static fault => new ReadManyOutcome.Failed(fault),
        static outcome => outcome switch
        {
            ReadManyOutcome.Read => ("read", null),
            ReadManyOutcome.Failed failed => ("read_failed", failed.Fault),
            _ => throw NotInSet(outcome),
        })
    {
        Scope = new(new AccountScope { Id = request.AccountId }, request.Target, request.Credential),
        Clean = (answer, outcome) => answer.Clean(outcome, request.Tickets),
        Doubt = "Nothing was read; the statuses read last stay.",
        DoubtReason = FailureReason.Timeout,
    };

    public static AbilityCall<TargetCheckOutcome> Check(ITicketProvider provider, CheckTargetRequest request) => new(
        "check",
        token => ((ITargetCheckProvider)provider).CheckAsync(request, token),
        static fault => new TargetCheckOutcome.Failed(fault),
        static outcome => outcome switch
        {
            TargetCheckOutcome.Connected => ("connected", null),
            TargetCheckOutcome.Refused refused => ("refused", refused.Fault),
            TargetCheckOutcome.Failed failed => ("check_failed", failed.Fault),
            _ => throw NotInSet(outcome),
        })
    {
        Scope = new(new AccountScope { Id = request.AccountId }, request.Target, request.Credential),
        Clean = static (answer, outcome) => answer.Clean(outcome),
        Doubt = "Nothing is known of the target; check again.",
        DoubtReason = FailureReason.Timeout,
    };

    public static AbilityCall<FieldsOutcome> Fields(ITicketProvider provider, CheckTargetRequest request) => new(
        "fields",
        token => ((IFieldDiscoveryProvider)provider).DiscoverFieldsAsync(request, token),
        static fault => new FieldsOutcome.Failed(fault),
        static outcome => outcome switch
        {
            FieldsOutcome.Found => ("found", null),
            FieldsOutcome.Refused refused => ("refused", refused.Fault),
            FieldsOutcome.Failed failed => ("fields_failed", failed.Fault),
            _ => throw NotInSet(outcome),
        })
    {
        Scope = new(new AccountScope { Id = request.AccountId }, request.Target, request.Credential),
        Clean = static (answer, outcome) => answer.Clean(outcome),
        Doubt = "Nothing is known of the target's fields; ask again.",
        DoubtReason = FailureReason.Timeout,
    };

    public static AbilityCall<ChangeOutcome> Update(ITicketProvider provider, UpdateTicketRequest request) =>
        Change(
            "update",
            request.Ticket,
            new(request.Account, request.Target, request.Credential) { Document = request.Document },
            token => ((IUpdateProvider)provider).UpdateAsync(request, token));

    public static AbilityCall<ChangeOutcome> Close(ITicketProvider provider, CloseTicketRequest request) =>
        Change("close", request.Ticket, new(request.Account, request.Target, request.Credential), token => ((ICloseProvider)provider).CloseAsync(request, token));

    public static AbilityCall<ChangeOutcome> Reopen(ITicketProvider provider, ReopenTicketRequest request) =>
        Change("reopen", request.Ticket, new(request.Account, request.Target, request.Credential), token => ((IReopenProvider)provider).ReopenAsync(request, token));

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
        Scope = new(request.Account, request.Target, request.Credential),
        Clean = static (answer, outcome) => answer.Clean(outcome),
        Doubt = "The comment may stand at the tracker.",
        DoubtReason = FailureReason.Ambiguous,
    };

    private static AbilityCall<ChangeOutcome> Change(
        string operation,
        TicketReference ticket,
        AbilityScope scope,
        Func<CancellationToken, Task<ChangeOutcome>> run) => new(
        operation,
        run,
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
            Scope = scope,
            Clean = (answer, outcome) => answer.Clean(outcome, ticket),
            Doubt = "The ticket may have been changed.",
            DoubtReason = FailureReason.Ambiguous,
        };

    private static InvalidOperationException NotInSet<TOutcome>(TOutcome outcome) =>
        new($"{outcome?.GetType()} is not an outcome of this call.");
}
