using System.Globalization;
using System.Text.Json.Nodes;

namespace TicketExport.Testing.Internal;

/// <summary>GitHub's answers but for those that show something.</summary>
internal static class FakeGitHubReplies
{
    private const string Documentation = "https://docs.github.com/rest";
    private const int Quota = 5000;

    /// <summary>The headers that every answer has.</summary>
    public static FakeHttpReply Complete(FakeHttpReply reply) => reply
        .With("X-GitHub-Media-Type", "github.v3; format=json")
        .With("X-RateLimit-Limit", Quota.ToString(CultureInfo.InvariantCulture))
        .With("X-RateLimit-Remaining", (Quota - 1).ToString(CultureInfo.InvariantCulture))
        .With("X-RateLimit-Resource", "core");

    public static FakeHttpReply NotFound() => Message(404, "Not Found");

    public static FakeHttpReply BadCredentials() => Message(401, "Bad credentials");

    public static FakeHttpReply NoAccess() => Message(403, "Resource not accessible by integration");

    public static FakeHttpReply Archived() => Message(403, "Repository was archived so is read-only.");

    public static FakeHttpReply IssuesDisabled() => Message(410, "Issues are disabled for this repo");

    public static FakeHttpReply Deleted() => Message(410, "This issue was deleted");

    public static FakeHttpReply NotJson() => Message(400, "Problems parsing JSON");

    public static FakeHttpReply Locked() => Message(403, "Unable to create comment because issue is locked.");

    public static FakeHttpReply MovedTo(string address, bool isForGood) =>
        FakeHttpReply.Json(isForGood ? 301 : 307, new JsonObject
        {
            ["message"] = isForGood ? "Moved Permanently" : "Temporary Redirect",
            ["url"] = address,
            ["documentation_url"] = Documentation,
        }).With("Location", address);

    public static FakeHttpReply Invalid(string resource, string field, string code, string? message = null)
    {
        var error = new JsonObject { ["resource"] = resource, ["field"] = field, ["code"] = code };
        if (message is not null)
        {
            error["message"] = message;
        }

        return FakeHttpReply.Json(422, new JsonObject
        {
            ["message"] = "Validation Failed",
            ["errors"] = new JsonArray(error),
            ["documentation_url"] = Documentation,
            ["status"] = "422",
        });
    }

    public static FakeHttpReply Refused(int status, string code) => status == 422 ? Invalid("Issue", "title", code) : Message(status, code);

    public static FakeHttpReply QuotaUsedUp(DateTimeOffset resetAt) => Message(403, "API rate limit exceeded for user ID 1.")
        .With("X-RateLimit-Limit", Quota.ToString(CultureInfo.InvariantCulture))
        .With("X-RateLimit-Remaining", "0")
        .With("X-RateLimit-Reset", ((resetAt.ToUnixTimeMilliseconds() + 999) / 1000).ToString(CultureInfo.InvariantCulture));

    public static FakeHttpReply SecondaryLimit(TimeSpan? retryAfter)
    {
        var reply = Message(403, "You have exceeded a secondary rate limit and have been temporarily blocked from content creation. Please retry your request again later.");
        return retryAfter is { } wait ? reply.With("Retry-After", Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture)) : reply;
    }

    private static FakeHttpReply Message(int status, string message) => FakeHttpReply.Json(status, new JsonObject
    {
        ["message"] = message,
        ["documentation_url"] = Documentation,
        ["status"] = status.ToString(CultureInfo.InvariantCulture),
    });
}
