using System.Globalization;
using System.Text.Json.Nodes;

namespace TicketExport.Testing.Internal;

internal static class JiraReplies
{
    public static FakeHttpReply NoIssue => Refused(404, "Issue does not exist or you do not have permission to see it.");

    public static FakeHttpReply Refused(int status, string message) => FakeHttpReply.Json(status, new JsonObject
    {
        ["errorMessages"] = new JsonArray(message),
        ["errors"] = new JsonObject(),
    });

    public static FakeHttpReply Invalid(IEnumerable<KeyValuePair<string, string>> errors) => FakeHttpReply.Json(400, new JsonObject
    {
        ["errorMessages"] = new JsonArray(),
        ["errors"] = new JsonObject(errors.Select(static error => KeyValuePair.Create(error.Key, (JsonNode?)error.Value))),
    });

    public static FakeHttpReply Invalid(string field, string message) => Invalid([KeyValuePair.Create(field, message)]);

    // What Jira says of every field when the caller may not create issues.
    public static FakeHttpReply NotOnScreen(IEnumerable<string> fields) => Invalid(fields
        .Where(static field => field is not ("project" or "issuetype"))
        .Select(static field => KeyValuePair.Create(field, $"Field '{field}' cannot be set. It is not on the appropriate screen, or unknown.")));

    public static FakeHttpReply RateLimited(TimeSpan retryAfter, TimeProvider time) => Refused(429, "Rate limit exceeded.")
        .With("Retry-After", Math.Ceiling(retryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture))
        .With("X-RateLimit-Reset", (time.GetUtcNow() + retryAfter).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture))
        .With("RateLimit-Reason", "jira-burst-based");

    public static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", CultureInfo.InvariantCulture);
}
