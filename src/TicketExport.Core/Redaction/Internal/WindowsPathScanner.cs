using System.Buffers;

namespace TicketExport.Redaction.Internal;

/// <summary>Paths in the profile of a person on Windows, with <c>\</c>, <c>\\</c> as in JSON, or <c>/</c>.</summary>
internal sealed class WindowsPathScanner() : AnchoredScanner(Anchors(Profiles))
{
    private const int MostPath = 4_096;
    private const int MostSpacedName = 64;

    private static readonly string[] Profiles = [@":\Users\", @":\\Users\\", ":/Users/", @":\Documents and Settings\", @":\\Documents and Settings\\"];
    private static readonly SearchValues<char> NameEnd = SearchValues.Create("\"'`<>|:*?\r\n\t\u2028\u2029");

    protected override ScanStep Match(ReadOnlySpan<char> text, int anchor)
    {
        var start = anchor - 1;
        if (start < 0 || !char.IsAsciiLetter(text[start]) || Runs.IsInsideWord(text, start))
        {
            return ScanStep.Miss(anchor + 1);
        }

        foreach (var profiles in Profiles)
        {
            var person = anchor + profiles.Length;
            if (text[anchor..].StartsWith(profiles, StringComparison.OrdinalIgnoreCase) && person < text.Length && char.IsLetterOrDigit(text[person]))
            {
                return ScanStep.Hit(start, Runs.TrimSentence(text, start, EndOf(text, person)));
            }
        }

        return ScanStep.Miss(anchor + 1);
    }

    /// <summary>The end of a Windows path; a space belongs to it when a further separator follows in the same name.</summary>
    public static int EndOf(ReadOnlySpan<char> text, int start)
    {
        var limit = Math.Min(text.Length, start + MostPath);
        var path = text[..limit];

        // The name of the folder itself may hold spaces: they end nothing before the first separator after them.
        var end = Runs.Until(path, start, Alphabets.AddressEnd);
        while (end < limit && path[end] == ' ')
        {
            var nameEnd = Runs.Until(path, end, NameEnd, MostSpacedName);
            var separator = path[end..nameEnd].LastIndexOf('\\');
            if (separator < 0)
            {
                break;
            }

            end = Runs.Until(path, end + separator, Alphabets.AddressEnd);
        }

        return end;
    }
}
