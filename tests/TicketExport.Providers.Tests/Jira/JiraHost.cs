using Microsoft.Extensions.DependencyInjection;
using TicketExport.Http;
using TicketExport.Testing;

namespace TicketExport.Providers.Jira;

/// <summary>A host whose one target leads to a fake Jira.</summary>
internal static class JiraHost
{
    public const string WebhookSecret = "a-webhook-secret-of-acme";

    public static TestExport For(FakeJira jira, Action<JiraTargetOptions>? configure = null, TimeProvider? time = null, bool isDataCenter = false) =>
        new(builder => Add(builder, (TestExport.TargetId, jira), isDataCenter, configure), time);

    public static void Add(TicketExportBuilder builder, (string Id, FakeJira Jira) at, bool isDataCenter, Action<JiraTargetOptions>? configure = null)
    {
        if (isDataCenter)
        {
            builder.AddTarget(at.Id, static target => target.Provider = JiraDefaults.DataCenterKey);
        }

        builder.AddJira(at.Id, target =>
        {
            Fill(target, at.Jira);
            if (isDataCenter)
            {
                (target.Email, target.ApiToken, target.AccessToken) = (null, null, at.Jira.Token);
            }

            configure?.Invoke(target);
        });
    }

    private static void Fill(JiraTargetOptions target, FakeJira jira)
    {
        target.SiteUrl = jira.SiteUrl.AbsoluteUri;
        target.Project = "PROJ";
        target.IssueType = "Task";
        target.Email = jira.User;
        target.ApiToken = jira.Token;
        target.WebhookSecret = WebhookSecret;
        target.NetworkPolicy = NetworkPolicy.Loopback;
        target.OwnershipConfirmed = true;
    }

    public static T Provider<T>(this TestExport export) => (T)export.Provider;

    public static async Task<UpdateTicketRequest> UpdateRequestAsync(this TestExport export, TicketReference ticket)
    {
        var request = await export.RequestAsync();
        return new()
        {
            Account = request.Account,
            Target = request.Target,
            Credential = request.Credential,
            Ticket = ticket,
            Document = request.Document,
            Body = request.Body,
            Keys = request.Keys,
        };
    }

    public static async Task<ReadOutcome> ReadAsync(this TestExport export, TicketReference ticket)
    {
        var request = await export.RequestAsync();
        return await export.Provider<IStatusProvider>().ReadAsync(
            new() { Account = request.Account, Target = request.Target, Credential = request.Credential, Ticket = ticket },
            CancellationToken.None);
    }

    public static async Task<ChangeOutcome> CloseAsync(this TestExport export, TicketReference ticket)
    {
        var request = await export.RequestAsync();
        return await export.Provider<ICloseProvider>().CloseAsync(
            new() { Account = request.Account, Target = request.Target, Credential = request.Credential, Ticket = ticket },
            CancellationToken.None);
    }

    public static async Task<ChangeOutcome> ReopenAsync(this TestExport export, TicketReference ticket)
    {
        var request = await export.RequestAsync();
        return await export.Provider<IReopenProvider>().ReopenAsync(
            new() { Account = request.Account, Target = request.Target, Credential = request.Credential, Ticket = ticket },
            CancellationToken.None);
    }

    public static async Task<CommentOutcome> CommentAsync(this TestExport export, TicketReference ticket, string commentId, string text)
    {
        var request = await export.RequestAsync();
        return await export.Provider<ICommentProvider>().AddCommentAsync(
            new() { Account = request.Account, Target = request.Target, Credential = request.Credential, Ticket = ticket, CommentId = commentId, Text = text },
            CancellationToken.None);
    }

    public static async Task<TargetCheckOutcome> CheckAsync(this TestExport export) =>
        await export.Provider<ITargetCheckProvider>().CheckAsync(await export.CheckRequestAsync(), CancellationToken.None);

    public static async Task<CheckTargetRequest> CheckRequestAsync(this TestExport export)
    {
        var request = await export.RequestAsync();
        return new() { AccountId = request.Account.Id, Target = request.Target, Credential = request.Credential };
    }

    public static async Task<TicketReference> CreatedAsync(this TestExport export) =>
        Assert.IsType<CreateOutcome.Created>(await export.CreateAsync()).Ticket;
}
