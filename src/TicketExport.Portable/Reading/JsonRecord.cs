using System.Text.Json;
using TicketExport.Contract;

namespace TicketExport.Portable.Reading;

/// <summary>A ticket as JSON: an entry of the envelope's list, a line, or the block of a Markdown file.</summary>
internal sealed class JsonRecord(long number, long line, ReadOnlyMemory<byte> utf8Json, bool isAlone) : PortableRecord(number, line)
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = ContractLimits.JsonDepth + 4 };

    public override LinkFields ReadLink(ProblemList problems)
    {
        using var json = Parse(problems);
        return json is null ? new() : new JsonEntryReader(json.RootElement, isAlone, problems).ReadLink();
    }

    protected override PortableTicket? ReadTicket(ProblemList problems)
    {
        using var json = Parse(problems);
        return json is null ? null : new JsonEntryReader(json.RootElement, isAlone, problems).ReadTicket();
    }

    private JsonDocument? Parse(ProblemList problems)
    {
        var problem = FileProblems.NotUtf8;
        if (System.Text.Unicode.Utf8.IsValid(utf8Json.Span))
        {
            try
            {
                var json = JsonDocument.Parse(utf8Json, Options);
                if (json.RootElement.ValueKind == JsonValueKind.Object)
                {
                    return json;
                }

                json.Dispose();
                problem = FileProblems.NotAnObject;
            }
            catch (JsonException)
            {
                problem = FileProblems.NotJson;
            }
        }

        problems.Add(problem);
        return null;
    }
}
