namespace TicketExport.Redaction.Internal;

/// <summary>JSON Web Tokens: three parts of base64url when signed, five when encrypted. A header is a JSON object, so it starts with <c>eyJ</c>.</summary>
internal sealed class JwtScanner() : AnchoredScanner(Anchors("eyJ"))
{
    private const int LeastHeader = 12;
    private const int LeastPayload = 8;
    private const int MostParts = 5;

    protected override ScanStep Match(ReadOnlySpan<char> text, int anchor)
    {
        var end = Runs.End(text, anchor, Alphabets.Base64Url);
        var isHeader = text.Slice(anchor, 3) is "eyJ" && end - anchor >= LeastHeader && (anchor == 0 || !Alphabets.Base64Url.Contains(text[anchor - 1]));
        if (!isHeader)
        {
            return ScanStep.Miss(end);
        }

        var header = end;
        var parts = 1;
        while (parts < MostParts && end < text.Length && text[end] == '.')
        {
            var next = Runs.End(text, end + 1, Alphabets.Base64Url);
            if (parts == 1 && next - end <= LeastPayload)
            {
                break;
            }

            end = next;
            parts++;
        }

        return parts >= 3 ? ScanStep.Hit(anchor, end) : ScanStep.Miss(header);
    }
}
