namespace TicketExport.Portable.Internal;

internal static class FormulaGuard
{
    public const char Mark = '\'';

    // A spreadsheet runs a cell that starts with one of these. It may skip blanks, invisible characters and quotes first; so do we.
    // Marks are skipped as well, so that a text that had one already gets a second and taking one away gives the text back.
    public static bool IsNeeded(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (IsTrigger(character))
            {
                return true;
            }

            if (!IsSkipped(character))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Gives a cell's text back: one mark is taken away where the rest would need one.</summary>
    public static string Remove(string cell) => cell.StartsWith(Mark) && IsNeeded(cell.AsSpan(1)) ? cell[1..] : cell;

    private static bool IsTrigger(char character) =>
        char.IsControl(character) || character is '=' or '+' or '-' or '@' or '|' or '%' or '＝' or '＋' or '－' or '＠' or '｜' or '％';

    private static bool IsSkipped(char character) => character is Mark or '"' || char.IsWhiteSpace(character) || character switch
    {
        '\u00AD' or '\u061C' or '\u180E' or '\uFEFF' => true,
        >= '\u200B' and <= '\u200F' => true,
        >= '\u202A' and <= '\u202E' => true,
        >= '\u2060' and <= '\u206F' => true,
        _ => false,
    };
}
