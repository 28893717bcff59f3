namespace TicketExport.Redaction.Internal;

/// <summary>Shares: <c>\\server\share</c>, and the same as JSON writes it. One separator between the two tells them from escapes in code.</summary>
internal sealed class UncScanner() : AnchoredScanner(Anchors(@"\\"))
{
    private const int MostName = 256;
    private const int LeastName = 2;

    protected override ScanStep Match(ReadOnlySpan<char> text, int anchor)
    {
        var slashes = text[anchor..].IndexOfAnyExcept('\\');
        slashes = slashes < 0 ? text.Length - anchor : slashes;
        var server = anchor + slashes;
        if (slashes is not (2 or 4) || !IsFree(text, anchor))
        {
            return ScanStep.Miss(server);
        }

        var serverEnd = Runs.End(text[..Math.Min(text.Length, server + MostName)], server, Alphabets.Dotted);
        var share = serverEnd + (slashes / 2);
        if (serverEnd - server < LeastName || share >= text.Length || text[serverEnd..share].ContainsAnyExcept('\\') || !IsShare(text[share..]))
        {
            return ScanStep.Miss(serverEnd);
        }

        return ScanStep.Hit(anchor, Runs.TrimSentence(text, anchor, WindowsPathScanner.EndOf(text, share)));
    }

    private static bool IsFree(ReadOnlySpan<char> text, int anchor) =>
        anchor == 0 || char.IsWhiteSpace(text[anchor - 1]) || text[anchor - 1] is '"' or '\'' or '`' or '(' or '[' or '=' or ',' or ';' or ':' or '>' or '<';

    private static bool IsShare(ReadOnlySpan<char> text) => text.Length >= LeastName && IsNameCharacter(text[0]) && IsNameCharacter(text[1]);

    private static bool IsNameCharacter(char character) => char.IsLetterOrDigit(character) || character is '_' or '-' or '$' or '.';
}
