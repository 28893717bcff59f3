using System.Globalization;
using System.Text.Json.Nodes;

namespace TicketExport.Testing.Internal;

// The bodies of Linear's answers.
internal static class LinearReplies
{
    public static FakeHttpReply Data(JsonObject data) => FakeHttpReply.Json(200, new JsonObject { ["data"] = data });

    public static FakeHttpReply Error(int status, LinearProblem problem)
    {
        var extensions = new JsonObject
        {
            ["type"] = problem.Type,
            ["code"] = problem.Code,
            ["statusCode"] = status == 200 ? 400 : status,
            ["userError"] = true,
        };
        if (problem.Presentable is not null)
        {
            extensions["userPresentableMessage"] = problem.Presentable;
        }

        var error = new JsonObject { ["message"] = problem.Message, ["extensions"] = extensions };
        if (problem.Path is not null)
        {
            error["path"] = new JsonArray(problem.Path);
        }

        var body = new JsonObject { ["errors"] = new JsonArray(error) };
        if (status == 200)
        {
            body["data"] = null;
        }

        return FakeHttpReply.Json(status, body);
    }

    public static string TypeOf(string code) => code switch
    {
        "AUTHENTICATION_ERROR" => "authentication error",
        "INPUT_ERROR" or "INVALID_INPUT" => "invalid input",
        "GRAPHQL_VALIDATION_FAILED" => "graphql error",
        "INTERNAL_SERVER_ERROR" => "internal error",
        _ => code.ToLowerInvariant().Replace('_', ' '),
    };

    public static string Milliseconds(DateTimeOffset instant) => instant.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    public static string Timestamp(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
