using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TicketExport.Testing.Internal;

/// <summary>Checks and carries out requests as the Table API would.</summary>
internal sealed class FakeServiceNowEndpoint(FakeServiceNowState state, FakeServiceNow server, Func<DateTimeOffset, bool> isIndexed)
{
    private const int MostListed = 10_000;

    public FakeHttpReply Handle(FakeHttpRequest request)
    {
        if (!IsKnown(request))
        {
            return FakeServiceNowReplies.Unauthenticated();
        }

        return (request.Method, (string[])[.. request.Segments]) switch
        {
            ("GET", ["api", "now", "v2", "table", FakeServiceNowTables.Users]) => ListUsers(request),
            ("GET", ["api", "now", "v2", "table", FakeServiceNowTables.Journal]) => ListJournal(request),
            (_, ["api", "now", "v2", "table", var table, ..]) when !state.IsTable(table) => FakeServiceNowReplies.NoTable(table),
            ("GET", ["api", "now", "v2", "table", var table]) => List(request, table),
            ("POST", ["api", "now", "v2", "table", var table]) => Write(request, fields => Create(request, table, fields)),
            ("GET", ["api", "now", "v2", "table", var table, var id]) => state.Find(table, id) is { } record && state.IsShown(record)
                ? Show(200, record, request)
                : FakeServiceNowReplies.NoRecord(),
            ("PATCH", ["api", "now", "v2", "table", var table, var id]) => Write(request, fields => Change(request, state.Find(table, id), fields)),
            _ => FakeServiceNowReplies.NoResource(),
        };
    }

    private bool IsKnown(FakeHttpRequest request) =>
        request.Headers.GetValueOrDefault("x-sn-apikey") == server.ApiKey
        || request.Headers.GetValueOrDefault("Authorization") is { } authorization
        && (authorization == $"Bearer {server.AccessToken}"
            || authorization == $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{server.UserName}:{server.Password}"))}");

    private FakeHttpReply ListUsers(FakeHttpRequest request) => state.CanReadUsers
        ? Rows([FakeServiceNowProjection.Pick(request, field => field switch
        {
            "sys_id" => "6816f79cc0a8016401c5a33be04be441",
            "user_name" => state.UserName,
            "name" => "Ticket Robot",
            _ => null,
        })], 1)
        : FakeServiceNowReplies.NotAuthorized();

    private FakeHttpReply ListJournal(FakeHttpRequest request)
    {
        if (!state.CanReadJournal)
        {
            return FakeServiceNowReplies.NotAuthorized();
        }

        var query = request.Query.GetValueOrDefault("sysparm_query");
        var entries = state.Records
            .Where(static record => !record.IsDeleted)
            .SelectMany(static record => record.Journal.Select(entry => (Record: record, Entry: entry)))
            .Where(at => FakeServiceNowQuery.IsMet(query, field => ColumnOf(at.Record, at.Entry, field), state.InvalidQueriesFindNothing))
            .ToArray();
        return Rows(entries.Take(LimitOf(request)).Select(at => FakeServiceNowProjection.ShapeOf(at.Record, at.Entry, request)), entries.Length);
    }

    private static string? ColumnOf(FakeServiceNowRecord record, FakeServiceNowEntry entry, string field) => field switch
    {
        "element_id" => record.SysId,
        "element" => entry.Element,
        "value" => entry.Value,
        _ => null,
    };

    // Counted first, cut then, and hidden last.
    private FakeHttpReply List(FakeHttpRequest request, string table)
    {
        var query = request.Query.GetValueOrDefault("sysparm_query");
        var isLookUp = FakeServiceNowRoutes.KindOf(request) == FakeTrackerCallKind.Find;
        var met = state.Of(table)
            .Where(record => (!isLookUp || isIndexed(record.UpdatedAt))
                && FakeServiceNowQuery.IsMet(query, field => FakeServiceNowProjection.ValueOf(record, field, state, isDisplayed: false), state.InvalidQueriesFindNothing))
            .ToArray();
        var ordered = FakeServiceNowQuery.IsNewestFirst(query) ? met.Reverse() : met;
        var marker = isLookUp && query!.Split('^')[0].Split('=') is [_, var value] ? value : null;
        return Rows(ordered.Take(LimitOf(request)).Where(state.IsShown).Select(record => FakeServiceNowProjection.ShapeOf(record, request, state)), met.Length) with { Marker = marker };
    }

    private FakeHttpReply Create(FakeHttpRequest request, string table, IReadOnlyDictionary<string, string> fields)
    {
        var missing = state.DemandedFields.Where(demanded => fields.GetValueOrDefault(demanded.Key, "").Length == 0).ToArray();
        if (missing.Length > 0)
        {
            return FakeServiceNowReplies.Demanded(missing.Select(static demanded => demanded.Value).Order(StringComparer.Ordinal));
        }

        var marker = fields.GetValueOrDefault("correlation_id", "");
        if (state.HasUniqueCorrelation && marker.Length > 0 && state.Of(table).Any(record => record.Field("correlation_id") == marker))
        {
            return FakeServiceNowReplies.NotUnique();
        }

        var record = state.Add(table);
        Apply(record, fields);
        var address = new Uri(state.Address, $"api/now/v2/table/{table}/{record.SysId}");
        return Show(201, record, request).With("Location", address.AbsoluteUri) with { Marker = marker, TicketKey = record.Number };
    }

    private FakeHttpReply Change(FakeHttpRequest request, FakeServiceNowRecord? record, IReadOnlyDictionary<string, string> fields)
    {
        if (record is null || !state.IsShown(record))
        {
            return FakeServiceNowReplies.NoRecord();
        }

        if (record.Table == "incident" && fields.GetValueOrDefault("state") == "6" && UnresolvedOf(record, fields) is { Length: > 0 } missing)
        {
            return FakeServiceNowReplies.Demanded(missing);
        }

        Apply(record, fields);
        record.Touch(state.UserName, state.Now);
        return Show(200, record, request) with { TicketKey = record.Number };
    }

    private static string[] UnresolvedOf(FakeServiceNowRecord record, IReadOnlyDictionary<string, string> fields) =>
        [.. new[] { ("close_code", "Resolution code"), ("close_notes", "Resolution notes") }
            .Where(demanded => fields.GetValueOrDefault(demanded.Item1, record.Field(demanded.Item1)).Length == 0)
            .Select(static demanded => demanded.Item2)];

    // What is no field is left out, and what is too long is cut, both without a word.
    private void Apply(FakeServiceNowRecord record, IReadOnlyDictionary<string, string> fields)
    {
        foreach (var (name, value) in fields.Where(field => state.IsField(field.Key)))
        {
            if (name is "work_notes" or "comments")
            {
                state.AddEntry(record, name, value, state.UserName);
            }
            else if (name != "state" || !state.RefusedStates.Contains(value))
            {
                record.Fields[name] = Cut(value, name switch { "short_description" => 160, "description" => 4000, "correlation_id" or "correlation_display" => 100, _ => 255 });
            }
        }
    }

    private static string Cut(string value, int length) => value.Length <= length ? value : value[..length];

    private static FakeHttpReply Write(FakeHttpRequest request, Func<IReadOnlyDictionary<string, string>, FakeHttpReply> write)
    {
        if (request.Headers.GetValueOrDefault("Content-Type")?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) != true)
        {
            return FakeServiceNowReplies.WrongType();
        }

        var body = request.ReadJson();
        return body.ValueKind == JsonValueKind.Object && body.EnumerateObject().All(static field => field.Value.ValueKind == JsonValueKind.String)
            ? write(body.EnumerateObject().ToDictionary(static field => field.Name, static field => field.Value.GetString()!, StringComparer.Ordinal))
            : FakeServiceNowReplies.NotJson();
    }

    private FakeHttpReply Show(int status, FakeServiceNowRecord record, FakeHttpRequest request) =>
        FakeHttpReply.Json(status, new JsonObject { ["result"] = FakeServiceNowProjection.ShapeOf(record, request, state) });

    private static FakeHttpReply Rows(IEnumerable<JsonObject> rows, int count) =>
        FakeHttpReply.Json(200, new JsonObject { ["result"] = new JsonArray([.. rows]) }).With("X-Total-Count", count.ToString(CultureInfo.InvariantCulture));

    private static int LimitOf(FakeHttpRequest request) =>
        int.TryParse(request.Query.GetValueOrDefault("sysparm_limit"), NumberStyles.None, CultureInfo.InvariantCulture, out var limit) ? limit : MostListed;
}
