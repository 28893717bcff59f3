using Microsoft.Extensions.DependencyInjection;
using TicketExport.Http;
using TicketExport.Testing;

namespace TicketExport.Providers.Linear;

/// <summary>Hosts with a target that leads to a fake Linear, and calls to abilities as the engine makes them.</summary>
internal static class LinearHost
{
    public static TestExport Of(FakeLinear linear, Action<LinearTargetOptions>? configure = null, TimeProvider? time = null, Action<TicketTargetOptions>? more = null) => new(
        builder =>
        {
            builder.AddLinear(TestExport.TargetId, target =>
            {
                target.BaseUrl = linear.BaseAddress.AbsoluteUri;
                target.NetworkPolicy = NetworkPolicy.Loopback;
                target.Team = "ENG";
                target.ApiKey = linear.ApiKey;
                target.OwnershipConfirmed = true;
                configure?.Invoke(target);
            });
            builder.AddTarget(TestExport.TargetId, target => more?.Invoke(target));
        },
        time ?? linear.TimeProvider);

    public static async Task<TicketReference> CreatedAsync(this TestExport export, string recordId = "42") =>
        Assert.IsType<CreateOutcome.Created>(await export.CreateAsync(recordId)).Ticket;

    public static async Task<ReadOutcome> ReadAsync(this TestExport export, TicketReference ticket)
    {
        var request = await export.RequestAsync();
        return await ((IStatusProvider)export.Provider).ReadAsync(
            new ReadTicketRequest { Account = request.Account, Target = request.Target, Credential = request.Credential, Ticket = ticket },
            CancellationToken.None);
    }

    public static async Task<ReadManyOutcome> ReadManyAsync(this TestExport export, params TicketReference[] tickets)
    {
        var request = await export.RequestAsync();
        return await ((IStatusBatchProvider)export.Provider).ReadManyAsync(
            new ReadTicketsRequest { AccountId = request.Account.Id, Target = request.Target, Credential = request.Credential, Tickets = [.. tickets] },
            CancellationToken.None);
    }

    public static async Task<ChangeOutcome> UpdateAsync(this TestExport export, TicketReference ticket, string title = "Newer")
    {
        var request = await export.RequestAsync();
        return await ((IUpdateProvider)export.Provider).UpdateAsync(
            new UpdateTicketRequest
            {
                Account = request.Account,
                Target = request.Target,
                Credential = request.Credential,
                Ticket = ticket,
                Document = request.Document with { Title = title },
                Body = request.Body,
                Keys = request.Keys,
            },
            CancellationToken.None);
    }

    public static async Task<ChangeOutcome> CloseAsync(this TestExport export, TicketReference ticket)
    {
        var request = await export.RequestAsync();
        return await ((ICloseProvider)export.Provider).CloseAsync(
            new CloseTicketRequest { Account = request.Account, Target = request.Target, Credential = request.Credential, Ticket = ticket },
            CancellationToken.None);
    }

    public static async Task<ChangeOutcome> ReopenAsync(this TestExport export, TicketReference ticket)
    {
        var request = await export.RequestAsync();
        return await ((IReopenProvider)export.Provider).ReopenAsync(
            new ReopenTicketRequest { Account = request.Account, Target = request.Target, Credential = request.Credential, Ticket = ticket },
            CancellationToken.None);
    }

    public static async Task<CommentOutcome> CommentAsync(this TestExport export, TicketReference ticket, string text = "Seen again.", string id = "c-1")
    {
        var request = await export.RequestAsync();
        return await ((ICommentProvider)export.Provider).AddCommentAsync(
            new AddCommentRequest
            {
                Account = request.Account,
                Target = request.Target,
                Credential = request.Credential,
                Ticket = ticket,
                CommentId = id,
                Text = text,
            },
            CancellationToken.None);
    }

    public static async Task<TargetCheckOutcome> CheckAsync(this TestExport export)
    {
        var request = await export.RequestAsync();
        return await ((ITargetCheckProvider)export.Provider).CheckAsync(
            new CheckTargetRequest { AccountId = request.Account.Id, Target = request.Target, Credential = request.Credential },
            CancellationToken.None);
    }

    /// <summary>An answer as Linear words its errors.</summary>
    public static FakeHttpReply Error(int status, string message, string? code = null, string? type = null, string? presentable = null)
    {
        var extensions = new System.Text.Json.Nodes.JsonObject();
        foreach (var (name, value) in new[] { ("code", code), ("type", type), ("userPresentableMessage", presentable) })
        {
            if (value is not null)
            {
                extensions[name] = value;
            }
        }

        return FakeHttpReply.Json(status, new System.Text.Json.Nodes.JsonObject
        {
            ["errors"] = new System.Text.Json.Nodes.JsonArray(new System.Text.Json.Nodes.JsonObject { ["message"] = message, ["extensions"] = extensions }),
            ["data"] = null,
        });
    }
}
