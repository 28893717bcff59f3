using System.Runtime.InteropServices;
using System.Text.Json;
using TicketExport.Contract;
using TicketExport.Portable.Internal;

namespace TicketExport.Portable.Reading;

/// <summary>Reads the members of a ticket in JSON. Members that it does not know are left out of account.</summary>
internal sealed class JsonEntryReader
{
    private static readonly HashSet<string> Known = new(
        [
            "schema_version", "duplicate_fingerprint", "idempotency_key", "export_status", "account", "target_id", "retry_at", "ticket_export",
            LinkWords.TicketId, LinkWords.TicketKey, LinkWords.TicketUrl,
        ],
        StringComparer.Ordinal);

    private readonly Dictionary<string, JsonElement> _members = new(StringComparer.Ordinal);
    private readonly ProblemList _problems;

    public JsonEntryReader(JsonElement entry, bool isAlone, ProblemList problems)
    {
        _problems = problems;
        foreach (var member in entry.EnumerateObject())
        {
            if (NameOf(member) is { } name && Known.Contains(name) && !_members.TryAdd(name, member.Value))
            {
                problems.Add(Path(name), ContractRules.Duplicate, "Occurs more than once in the ticket. Give it once.");
            }
        }

        if (isAlone && Text("schema_version") != PortableExportContract.Version)
        {
            problems.Add(FileProblems.Version("$.schema_version"));
        }
    }

    public PortableTicket? ReadTicket() => new TicketParts
    {
        Document = ReadDocument(),
        Account = ReadAccount(),
        Fingerprint = Text("duplicate_fingerprint"),
        Key = Text("idempotency_key"),
        Status = Text("export_status"),
        TargetId = Id("target_id"),
        RetryAt = Text("retry_at"),
        NameOf = FieldOf,
    }.ToTicket(_problems);

    public LinkFields ReadLink()
    {
        var source = _members.TryGetValue("ticket_export", out var document) && document.ValueKind == JsonValueKind.Object ? Member(document, "source") : default;
        var account = ReadAccount();
        return new()
        {
            AccountId = account?.Id,
            ProjectId = account?.ProjectId,
            SourceType = IdOf(Member(source, "type"), "$.ticket_export.source.type"),
            SourceId = IdOf(Member(source, "record_id"), "$.ticket_export.source.record_id"),
            SourceFingerprint = IdOf(Member(source, "fingerprint"), "$.ticket_export.source.fingerprint"),
            ReportId = IdOf(Member(source, "report_id"), "$.ticket_export.source.report_id"),
            TargetId = Id("target_id"),
            DuplicateFingerprint = Text("duplicate_fingerprint"),
            TicketId = Id(LinkWords.TicketId),
            TicketKey = Id(LinkWords.TicketKey),
            TicketUrl = Text(LinkWords.TicketUrl),
            NameOf = FieldOf,
        };
    }

    private static string FieldOf(string word) => word switch
    {
        "source_type" => "$.ticket_export.source.type",
        "source_id" => "$.ticket_export.source.record_id",
        "source_fingerprint" => "$.ticket_export.source.fingerprint",
        "report_id" => "$.ticket_export.source.report_id",
        "account_id" => "$.account.id",
        "project_id" => "$.account.project_id",
        _ => Path(word),
    };

    private static string Path(string member) => $"$.{member}";

    private TicketExportDocument? ReadDocument()
    {
        if (!_members.TryGetValue("ticket_export", out var json))
        {
            _problems.Add(Path("ticket_export"), ContractRules.Required, "Is missing. Give the document, contract ticket-export.v1.");
            return null;
        }

        var read = TicketExportJson.ReadDocument(Compact(json));
        foreach (var violation in read.Violations)
        {
            _problems.Add($"$.ticket_export{violation.Path[1..]}", violation.Rule, violation.Message);
        }

        return read.Value;
    }

    // The contract counts bytes without white space.
    private static ReadOnlySpan<byte> Compact(JsonElement json)
    {
        var raw = JsonMarshal.GetRawUtf8Value(json);
        return raw.Length <= ContractLimits.JsonBytes ? raw : JsonSerializer.SerializeToUtf8Bytes(json, PortableJsonContext.Default.JsonElement);
    }

    private AccountScope? ReadAccount()
    {
        try
        {
            if (_members.TryGetValue("account", out var json) && json.Deserialize(PortableJsonContext.Default.AccountScope) is { Id: not null } account)
            {
                return account;
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The members' values stay out of the message.
        }

        _problems.Add(Path("account"), ContractRules.Required, "Is no account. Give an object with the member id, a string or an integer, and project_id where there is one.");
        return null;
    }

    private string? Id(string name) => _members.TryGetValue(name, out var json) ? IdOf(json, Path(name)) : null;

    private string? IdOf(JsonElement json, string path) =>
        json.ValueKind == JsonValueKind.Number && json.TryGetInt64(out var number)
            ? number.ToString(System.Globalization.CultureInfo.InvariantCulture)
            : TextOf(json, path);

    private string? Text(string name) => _members.TryGetValue(name, out var json) ? TextOf(json, Path(name)) : null;

    private string? TextOf(JsonElement json, string path)
    {
        if (json.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
        {
            return null;
        }

        try
        {
            if (json.ValueKind == JsonValueKind.String)
            {
                return json.GetString();
            }
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, which is no character.
        }

        _problems.Add(path, ContractRules.Type, "Is not a string of whole characters. Give a JSON string.");
        return null;
    }

    private static JsonElement Member(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var member) ? member : default;

    private static string? NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
