using System.Text.Json.Serialization.Metadata;
using TicketExport.Http;
using TicketExport.Http.GraphQl;
using TicketExport.Providers.Linear.Protocol;

namespace TicketExport.Providers.Linear.Internal;

internal sealed class LinearClient(IHttpClientFactory clients)
{
    public const string Path = "graphql";

    private readonly TicketHttpApi _api = new(clients, LinearDefaults.HttpClientName);

    public Task<TicketHttpResult> IdentifyAsync(TicketHttpAccess access, CancellationToken cancellationToken) =>
        SendAsync(access, LinearDocuments.Identify, new LinearNoVariables(), LinearJsonContext.Default.LinearNoVariables, cancellationToken);

    public Task<TicketHttpResult> PrepareAsync(TicketHttpAccess access, LinearPrepareVariables variables, CancellationToken cancellationToken) =>
        SendAsync(access, LinearDocuments.PrepareIssue, variables, LinearJsonContext.Default.LinearPrepareVariables, cancellationToken);

    public Task<TicketHttpResult> CreateIssueAsync(TicketHttpAccess access, LinearIssueInput input, CancellationToken cancellationToken) =>
        SendAsync(access, LinearDocuments.CreateIssue, new(input), LinearJsonContext.Default.IssueVariables, cancellationToken);

    public Task<TicketHttpResult> FindIssueAsync(TicketHttpAccess access, string id, CancellationToken cancellationToken) =>
        ByIdAsync(access, LinearDocuments.FindIssue, id, cancellationToken);

    public Task<TicketHttpResult> ReadIssueAsync(TicketHttpAccess access, string id, CancellationToken cancellationToken) =>
        ByIdAsync(access, LinearDocuments.ReadIssue, id, cancellationToken);

    public Task<TicketHttpResult> ReadIssuesAsync(TicketHttpAccess access, string[] ids, CancellationToken cancellationToken) =>
        SendAsync(access, LinearDocuments.ReadIssues, new LinearIdsVariables(ids), LinearJsonContext.Default.LinearIdsVariables, cancellationToken);

    public Task<TicketHttpResult> ReadStatesAsync(TicketHttpAccess access, string id, CancellationToken cancellationToken) =>
        ByIdAsync(access, LinearDocuments.ReadStates, id, cancellationToken);

    public Task<TicketHttpResult> UpdateIssueAsync(TicketHttpAccess access, string id, LinearIssueInput input, CancellationToken cancellationToken) =>
        SendAsync(access, LinearDocuments.UpdateIssue, new(id, input), LinearJsonContext.Default.LinearUpdateVariables, cancellationToken);

    public Task<TicketHttpResult> UnarchiveIssueAsync(TicketHttpAccess access, string id, CancellationToken cancellationToken) =>
        ByIdAsync(access, LinearDocuments.UnarchiveIssue, id, cancellationToken);

    public Task<TicketHttpResult> AddCommentAsync(TicketHttpAccess access, LinearCommentInput input, CancellationToken cancellationToken) =>
        SendAsync(access, LinearDocuments.AddComment, new(input), LinearJsonContext.Default.CommentVariables, cancellationToken);

    public Task<TicketHttpResult> AttachLinkAsync(TicketHttpAccess access, LinearAttachmentInput input, CancellationToken cancellationToken) =>
        SendAsync(access, LinearDocuments.AttachLink, new(input), LinearJsonContext.Default.AttachmentVariables, cancellationToken);

    public Task<TicketHttpResult> CreateLabelAsync(TicketHttpAccess access, LinearLabelInput input, CancellationToken cancellationToken) =>
        SendAsync(access, LinearDocuments.CreateLabel, new(input), LinearJsonContext.Default.LabelVariables, cancellationToken);

    private Task<TicketHttpResult> ByIdAsync(TicketHttpAccess access, string document, string id, CancellationToken cancellationToken) =>
        SendAsync(access, document, new LinearIdVariables(id), LinearJsonContext.Default.LinearIdVariables, cancellationToken);

    private Task<TicketHttpResult> SendAsync<TVariables>(
        TicketHttpAccess access,
        string document,
        TVariables variables,
        JsonTypeInfo<TVariables> type,
        CancellationToken cancellationToken) =>
        _api.SendAsync(access, (HttpMethod.Post, TicketHttpPath.Of($"{Path}")), GraphQlRequest.Write(document, variables, type), cancellationToken);
}
