using System.Globalization;
using System.Text.Json.Nodes;

namespace TicketExport.Testing.Internal;

/// <summary>What the instance shows of its records: strings, of which journals are empty unless display values are asked for.</summary>
internal static class FakeServiceNowProjection
{
    public static string TimeOf(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    // The table of ServiceNow's own data look-up: the sum says it all.
    public static string? PriorityOf(FakeServiceNowRecord record) =>
        record.Field("impact") is [var impact] && record.Field("urgency") is [var urgency]
            ? (impact - '0' + urgency - '0' - 1).ToString(CultureInfo.InvariantCulture)
            : null;

    public static string? ValueOf(FakeServiceNowRecord record, string field, FakeServiceNowState state, bool isDisplayed) => field switch
    {
        "sys_id" => record.SysId,
        "number" => record.Number,
        "active" => FakeServiceNowTables.IsInactive(record.Table, record.Field("state")) ? "false" : "true",
        "priority" => PriorityOf(record) ?? "4",
        "sys_created_on" => TimeOf(record.CreatedAt),
        "sys_created_by" => record.CreatedBy,
        "sys_updated_on" => TimeOf(record.UpdatedAt),
        "sys_updated_by" => record.UpdatedBy,
        "sys_mod_count" => record.ModCount.ToString(CultureInfo.InvariantCulture),
        "work_notes" or "comments" when isDisplayed => state.ShowsJournals ? JournalOf(record, field) : null,
        "work_notes" or "comments" => "",
        _ => state.IsField(field) ? record.Field(field) : null,
    };

    public static JsonObject ShapeOf(FakeServiceNowRecord record, FakeHttpRequest request, FakeServiceNowState state)
    {
        var isDisplayed = request.Query.GetValueOrDefault("sysparm_display_value") == "true";
        return Pick(request, field => ValueOf(record, field, state, isDisplayed));
    }

    public static JsonObject ShapeOf(FakeServiceNowRecord record, FakeServiceNowEntry entry, FakeHttpRequest request) => Pick(request, field => field switch
    {
        "sys_id" => entry.SysId,
        "element" => entry.Element,
        "element_id" => record.SysId,
        "name" => record.Table,
        "value" => entry.Value,
        "sys_created_by" => entry.CreatedBy,
        "sys_created_on" => TimeOf(entry.CreatedAt),
        _ => null,
    });

    // A field that is none, or that may not be read, is left out.
    public static JsonObject Pick(FakeHttpRequest request, Func<string, string?> valueOf)
    {
        var shape = new JsonObject();
        foreach (var field in request.Query.GetValueOrDefault("sysparm_fields", "sys_id,number,state").Split(','))
        {
            if (valueOf(field) is { } value)
            {
                shape[field] = value;
            }
        }

        return shape;
    }

    private static string JournalOf(FakeServiceNowRecord record, string element) => string.Concat(record.Journal
        .Where(entry => entry.Element == element)
        .Reverse()
        .Select(entry => $"{TimeOf(entry.CreatedAt)} - {entry.CreatedBy} ({(element == "comments" ? "Additional comments" : "Work notes")})\n{entry.Value}\n\n"));
}
