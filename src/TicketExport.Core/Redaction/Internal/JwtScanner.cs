namespace TicketExport.Redaction.Internal;

/// <summary>JSON Web Tokens: three parts of base64url when signed, five when encrypted. A header is a JSON object, so it starts with <c>eyJ</c>.</summary>
internal sealed class JwtScanner() : AnchoredScanner(Anchors("eyJ"))
{
    private const int LeastHeader = 12;
    private const int LeastPayload = 8;

    protected override ScanStep Match(ReadOnlySpan<char> text, int anchor)
    {
        var end = Runs.End(text, anchor, Alphabets.Base64Url);
        var isHeader = text.Slice(anchor, 3) is "eyJ" && end - anchor >= LeastHeader && (anchor == 0 || !Alphabets.Base64Url.Contains(text[anchor - 1]));
        if (!isHeader)
        {
            return ScanStep.Miss(end);
        }

        var payload = NextPart(text, end);
        var signature = NextPart(text, payload);
        if (payload - end <= LeastPayload || signature < 0)
        {
            return ScanStep.Miss(end);
        }

        var encrypted = NextPart(text, NextPart(text, signature));
        return ScanStep.Hit(anchor, encrypted > signature + 2 ? encrypted : signature);
    }

    /// <summary>The end of the part after a full stop, or -1 when there is none.</summary>
    private static int NextPart(ReadOnlySpan<char> text, int end) =>
        end >= 0 && end < text.Length && text[end] == '.' ? Runs.End(text, end + 1, Alphabets.Base64Url) : -1;
}
