using System.Buffers;

namespace TicketExport.Redaction.Internal;

/// <summary>The password of a connection string: a password pair in a line that also names a server, a database or a user.</summary>
internal sealed class ConnectionStringScanner() : AnchoredScanner(Anchors(Long, Short))
{
    private const string Long = "password";
    private const string Short = "pwd";
    private const int MostBlanks = 4;
    private const int MostDistance = 256;
    private const int MostValue = 512;

    private static readonly SearchValues<string> Companions = SearchValues.Create(
        ["server", "data source", "datasource", "host", "user", "uid", "initial catalog", "database", "dbname", "address", "endpoint", "dsn"],
        StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<char> PairEnd = SearchValues.Create(";\r\n\"'`<>\u2028\u2029");
    private static readonly SearchValues<char> WordEnd = SearchValues.Create(" \t,);\r\n\"'`<>\u2028\u2029");

    protected override ScanStep Match(ReadOnlySpan<char> text, int anchor)
    {
        var name = text[anchor..].StartsWith(Long, StringComparison.OrdinalIgnoreCase) ? Long.Length : Short.Length;
        var equals = Runs.SkipBlanks(text, anchor + name, MostBlanks);
        if (equals >= text.Length || text[equals] != '=' || Runs.IsInsideWord(text, anchor))
        {
            return ScanStep.Miss(anchor + name);
        }

        var start = Runs.SkipBlanks(text, equals + 1, MostBlanks);
        start += start < text.Length && text[start] is '"' or '\'' ? 1 : 0;
        var before = LineBefore(text, anchor);
        var end = Runs.Until(text, start, PairEnd, MostValue);
        if (before.TrimEnd(" \t").EndsWith(";") || (end < text.Length && text[end] == ';'))
        {
            return !Runs.IsPlaceholder(text[start..end]) && (HasCompanion(before) || HasCompanion(LineAfter(text, end)))
                ? ScanStep.Hit(start, end)
                : ScanStep.Miss(end);
        }

        // libpq's form, "host=… password=…", looks like code: only a value that is no word counts.
        end = Runs.Until(text, start, WordEnd, MostValue);
        var value = text[start..end];
        return before.EndsWith(" ") && HasCompanion(before) && !Runs.IsPlaceholder(value) && Runs.IsGenerated(value)
            ? ScanStep.Hit(start, end)
            : ScanStep.Miss(end);
    }

    private static ReadOnlySpan<char> LineBefore(ReadOnlySpan<char> text, int position)
    {
        var before = text[Math.Max(0, position - MostDistance)..position];
        return before[(before.LastIndexOfAny(Alphabets.LineEnd) + 1)..];
    }

    private static ReadOnlySpan<char> LineAfter(ReadOnlySpan<char> text, int position) =>
        text[position..Runs.Until(text, position, Alphabets.LineEnd, MostDistance)];

    private static bool HasCompanion(ReadOnlySpan<char> pairs) =>
        pairs.IndexOfAny(Companions) is var companion and >= 0 && pairs[companion..].Contains('=');
}
