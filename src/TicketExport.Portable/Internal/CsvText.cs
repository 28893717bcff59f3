using TicketExport.Contract;

namespace TicketExport.Portable.Internal;

/// <summary>Texts and lists as a CSV cell holds them, without loss. Pure.</summary>
/// <remarks>
/// A list has one value per line; a line feed inside a value is followed by a tab. An empty cell or line is null, a single backslash the empty
/// text. What would be taken for that, backslashes before a tab or before the end, has one backslash more.
/// </remarks>
internal static class CsvText
{
    private const char Escape = '\\';

    /// <summary>A text that may be null or empty, which an empty cell cannot tell apart.</summary>
    public static string Nullable(string? text) => text is null ? "" : IsEscaped(text) ? Escape + text : text;

    /// <summary>Reads what <see cref="Nullable"/> wrote.</summary>
    public static string? ReadNullable(string cell) => cell.Length == 0 ? null : cell[0] == Escape && IsEscaped(cell.AsSpan(1)) ? cell[1..] : cell;

    public static string Join(IEnumerable<string?> values) =>
        string.Join('\n', values.Select(value => Nullable(value).Replace("\n", "\n\t", StringComparison.Ordinal)));

    /// <summary>Reads what <see cref="Join"/> wrote, up to one value more than a contract's list may have.</summary>
    /// <remarks>An empty cell is the empty list and the list of one null alike.</remarks>
    public static List<string?> Split(string cell)
    {
        var values = new List<string?>();
        var start = 0;
        while (cell.Length > 0 && start <= cell.Length && values.Count <= ContractLimits.ListCount)
        {
            var end = EndOfValue(cell, start);
            values.Add(ReadNullable(cell[start..end].Replace("\n\t", "\n", StringComparison.Ordinal)));
            start = end + 1;
        }

        return values;
    }

    private static int EndOfValue(string cell, int start)
    {
        var end = cell.IndexOf('\n', start);
        while (end >= 0 && end + 1 < cell.Length && cell[end + 1] == '\t')
        {
            end = cell.IndexOf('\n', end + 1);
        }

        return end < 0 ? cell.Length : end;
    }

    private static bool IsEscaped(ReadOnlySpan<char> text)
    {
        var rest = text.TrimStart(Escape);
        return rest.IsEmpty || rest[0] == '\t';
    }
}
