using TicketExport.Contract;
using TicketExport.Providers;

namespace TicketExport.Testing.Conformance.Adapters;

/// <summary>Calls to a provider's abilities as the engine would make them.</summary>
internal static class AdapterHostCalls
{
    public static async Task<ReadOutcome> ReadAsync(this AdapterHost host, TicketReference ticket) => await ((IStatusProvider)host.Provider).ReadAsync(
        new ReadTicketRequest { Account = AdapterDocuments.Account, Target = await host.TargetAsync(), Credential = await host.CredentialAsync(), Ticket = ticket },
        CancellationToken.None);

    public static async Task<ChangeOutcome> UpdateAsync(this AdapterHost host, TicketReference ticket, TicketExportDocument document)
    {
        var request = await host.RequestAsync(document);
        return await ((IUpdateProvider)host.Provider).UpdateAsync(
            new UpdateTicketRequest
            {
                Account = request.Account,
                Target = request.Target,
                Credential = request.Credential,
                Ticket = ticket,
                Document = request.Document,
                Body = request.Body,
                Keys = request.Keys,
            },
            CancellationToken.None);
    }

    public static async Task<ChangeOutcome> CloseAsync(this AdapterHost host, TicketReference ticket) => await ((ICloseProvider)host.Provider).CloseAsync(
        new CloseTicketRequest { Account = AdapterDocuments.Account, Target = await host.TargetAsync(), Credential = await host.CredentialAsync(), Ticket = ticket },
        CancellationToken.None);

    public static async Task<ChangeOutcome> ReopenAsync(this AdapterHost host, TicketReference ticket) => await ((IReopenProvider)host.Provider).ReopenAsync(
        new ReopenTicketRequest { Account = AdapterDocuments.Account, Target = await host.TargetAsync(), Credential = await host.CredentialAsync(), Ticket = ticket },
        CancellationToken.None);

    public static async Task<CommentOutcome> CommentAsync(this AdapterHost host, TicketReference ticket, string text, string commentId = "comment-1") => await ((ICommentProvider)host.Provider).AddCommentAsync(
        new AddCommentRequest
        {
            Account = AdapterDocuments.Account,
            Target = await host.TargetAsync(),
            Credential = await host.CredentialAsync(),
            Ticket = ticket,
            CommentId = commentId,
            Text = text,
        },
        CancellationToken.None);

    public static async Task<TargetCheckOutcome> CheckAsync(this AdapterHost host) =>
        await ((ITargetCheckProvider)host.Provider).CheckAsync(await host.QuestionAsync(), CancellationToken.None);

    public static async Task<FieldsOutcome> DiscoverAsync(this AdapterHost host) =>
        await ((IFieldDiscoveryProvider)host.Provider).DiscoverFieldsAsync(await host.QuestionAsync(), CancellationToken.None);

    private static async Task<CheckTargetRequest> QuestionAsync(this AdapterHost host) =>
        new() { AccountId = AdapterDocuments.Account.Id, Target = await host.TargetAsync(), Credential = await host.CredentialAsync() };
}
