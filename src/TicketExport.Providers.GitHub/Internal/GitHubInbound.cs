using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TicketExport.Http;
using TicketExport.Providers.GitHub.Protocol;

namespace TicketExport.Providers.GitHub.Internal;

/// <summary>Verifies and reads GitHub's webhooks. A delivery carries no time, so its id is the only guard against a repetition.</summary>
internal static class GitHubInbound
{
    private const string SignaturePrefix = "sha256=";

    public static InboundOutcome Read(InboundRequest request)
    {
        if (Verify(request) is { } refusal)
        {
            return new InboundOutcome.Refused(refusal);
        }

        var deliveryId = request.Headers.GetValueOrDefault("X-GitHub-Delivery") is { } id && RemoteText.IsId(id) ? id : null;
        var kind = request.Headers.GetValueOrDefault("X-GitHub-Event");
        if (kind is not ("issues" or "issue_comment"))
        {
            return kind is null ? new InboundOutcome.Malformed(deliveryId) : new InboundOutcome.Authentic(deliveryId, []);
        }

        if (ReadBody(request) is not { } delivery || ToEvent(kind, delivery, request) is not { } read)
        {
            return new InboundOutcome.Malformed(deliveryId);
        }

        return new InboundOutcome.Authentic(deliveryId, read.IsOfConcern ? [read.Event] : []);
    }

    private static InboundRefusal? Verify(InboundRequest request)
    {
        var secrets = new[] { GitHubDefaults.WebhookSecretCredential, GitHubDefaults.PreviousWebhookSecretCredential }
            .Select(name => request.Credential.TryGet(name, out var secret) ? secret : null)
            .OfType<string>()
            .ToArray();
        if (secrets.Length == 0)
        {
            return InboundRefusal.NoSecret;
        }

        if (request.Headers.GetValueOrDefault("X-Hub-Signature-256") is not { Length: > 0 } signature)
        {
            return InboundRefusal.SignatureMissing;
        }

        // All are tried, whichever fits: the time taken tells nothing.
        var fits = false;
        foreach (var secret in secrets)
        {
            fits |= Fits(signature, secret, request.Body.Span);
        }

        return fits ? null : InboundRefusal.SignatureInvalid;
    }

    private static bool Fits(string signature, string secret, ReadOnlySpan<byte> body)
    {
        var expected = SignaturePrefix + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(signature.ToLowerInvariant()));
    }

    private static GitHubWebhookDelivery? ReadBody(InboundRequest request)
    {
        try
        {
            return JsonSerializer.Deserialize(request.Body.Span, GitHubJsonContext.Default.GitHubWebhookDelivery);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException or NotSupportedException)
        {
            return null;
        }
    }

    private static (InboundEvent Event, bool IsOfConcern)? ToEvent(string kind, GitHubWebhookDelivery delivery, InboundRequest request)
    {
        if (delivery is not { Issue: { Id: > 0, Number: > 0 } issue, Action: { } action } || PlaceOf(delivery, issue) is not { } place)
        {
            return null;
        }

        var isComment = kind == "issue_comment";
        if (isComment && delivery.Comment is not { Id: > 0 })
        {
            return null;
        }

        var web = WebOf(request);
        var (raw, status) = StatusOf(issue, request);
        var comment = isComment ? delivery.Comment : null;
        var (text, mark) = GitHubTicketMapper.ReadComment(comment?.Body ?? "");
        var told = new InboundEvent
        {
            Kind = isComment ? KindOfComment(action) : action == "deleted" ? InboundEventKind.TicketDeleted : InboundEventKind.TicketChanged,
            Ticket = new()
            {
                ProviderTicketId = issue.Id.ToString(CultureInfo.InvariantCulture),
                ExternalIssueId = place.ToString(),
                Url = RemoteText.ReadAddress(issue.HtmlUrl, web),
            },
            RawStatus = raw,
            Status = status,
            CommentId = comment?.Id.ToString(CultureInfo.InvariantCulture),
            OwnCommentId = mark,
            Comment = comment is null || action == "deleted" ? null : ToComment(comment, text, request),
            ActorId = delivery.Sender is { Id: > 0 } sender ? sender.Id.ToString(CultureInfo.InvariantCulture) : null,
            OccurredAt = comment?.UpdatedAt ?? issue.UpdatedAt,
        };
        return (told, issue.PullRequest is null && told.Kind != InboundEventKind.Unknown);
    }

    private static InboundEventKind KindOfComment(string action) => action switch
    {
        "created" => InboundEventKind.CommentAdded,
        "edited" => InboundEventKind.CommentEdited,
        "deleted" => InboundEventKind.CommentDeleted,
        _ => InboundEventKind.Unknown,
    };

    private static ExternalComment ToComment(GitHubComment comment, string text, InboundRequest request) => new(
        comment.Id.ToString(CultureInfo.InvariantCulture),
        comment.User?.Login ?? "",
        text,
        comment.CreatedAt ?? request.ReceivedAt);

    private static GitHubPlace? PlaceOf(GitHubWebhookDelivery delivery, GitHubIssue issue) =>
        GitHubPlace.TryParseRepository(delivery.Repository?.FullName, out var owner, out var name) ? new(owner, name, issue.Number) : null;

    private static Uri WebOf(InboundRequest request) => GitHubServer.Of(request.Target.BaseUrl ?? new Uri(GitHubDefaults.BaseUrl)).Web;

    // A target whose settings cannot be used still takes hints; only the labels that mean a status are not known then.
    private static (string? Raw, States.ProviderStatus Status) StatusOf(GitHubIssue issue, InboundRequest request) =>
        GitHubTargetSettings.Read(request.Target, request.Credential, out _) is { } settings
            ? GitHubIssues.StatusOf(issue, settings)
            : (RemoteText.IsCode(issue.State) ? issue.State : null, States.ProviderStatus.Unknown);
}
