using System.Globalization;
using System.Text.Json.Nodes;

namespace TicketExport.Testing.Internal;

/// <summary>The instance's answers but for those that show something.</summary>
internal static class FakeServiceNowReplies
{
    private const string Limit = "100";

    public static FakeHttpReply Unauthenticated() => Error(401, "User Not Authenticated", "Required to provide Auth information");

    public static FakeHttpReply NotAuthorized() => Error(403, "User Not Authorized", "Failed API level ACL Validation");

    public static FakeHttpReply NoRecord() => Error(404, "No Record found", "Record doesn't exist or ACL restricts the record retrieval");

    public static FakeHttpReply NoTable(string table) => Error(400, $"Invalid table {table}", null);

    public static FakeHttpReply NoResource() => Error(400, "Requested URI does not represent any resource", null);

    public static FakeHttpReply NotJson() => Error(400, "Exception while reading request", "The payload is not valid JSON");

    public static FakeHttpReply WrongType() => Error(415, "Unsupported media type", null);

    public static FakeHttpReply Demanded(IEnumerable<string> labels) =>
        Error(403, "Operation Failed", $"Data Policy Exception: The following fields are mandatory: {string.Join(", ", labels)}");

    public static FakeHttpReply NotUnique() => Error(403, "Operation Failed", "Error during insert of incident: Unique Key violation detected by database");

    public static FakeHttpReply Asleep() =>
        FakeHttpReply.Text(200, "<!doctype html><html><head><title>Instance Hibernating page</title></head><body>Your instance is hibernating.</body></html>", "text/html; charset=utf-8");

    public static FakeHttpReply RateLimited(TimeSpan retryAfter, DateTimeOffset now) =>
        Error(429, "Rate limit exceeded", "Rate limit of 100 requests per hour for Table API exceeded")
            .With("X-RateLimit-Limit", Limit)
            .With("X-RateLimit-Reset", (now + retryAfter).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture))
            .With("X-RateLimit-Rule", "0123456789abcdef0123456789abcdef")
            .With("Retry-After", ((long)Math.Ceiling(retryAfter.TotalSeconds)).ToString(CultureInfo.InvariantCulture));

    public static FakeHttpReply Refused(int status, string code) => Error(status, code, null);

    private static FakeHttpReply Error(int status, string message, string? detail) => FakeHttpReply.Json(status, new JsonObject
    {
        ["error"] = new JsonObject { ["message"] = message, ["detail"] = detail },
        ["status"] = "failure",
    });
}
