namespace TicketExport.Redaction.Internal;

/// <summary>Private keys in PEM, also when the end is cut off or line breaks are written as <c>\n</c>.</summary>
internal sealed class PemScanner() : AnchoredScanner(Anchors(Begin))
{
    private const string Begin = "-----BEGIN ";
    private const string Dashes = "-----";
    private const int MostLabel = 64;
    private const int LeastRun = 24;

    protected override ScanStep Match(ReadOnlySpan<char> text, int anchor)
    {
        var label = anchor + Begin.Length;
        var window = text[label..Math.Min(text.Length, label + MostLabel)];
        var labelLength = window.IndexOf(Dashes, StringComparison.Ordinal);
        if (labelLength < 0 || window[..labelLength].IndexOf("PRIVATE KEY", StringComparison.Ordinal) < 0)
        {
            return ScanStep.Miss(label);
        }

        var body = label + labelLength + Dashes.Length;
        var bodyEnd = text[body..].IndexOf(Dashes, StringComparison.Ordinal) is var length and >= 0 ? body + length : text.Length;
        return HoldsKey(text[body..bodyEnd]) ? ScanStep.Hit(anchor, EndOf(text, bodyEnd)) : ScanStep.Miss(bodyEnd);
    }

    /// <summary>Prose that names the header line holds no run of base64 as long as a key's.</summary>
    private static bool HoldsKey(ReadOnlySpan<char> body)
    {
        for (var start = 0; start < body.Length;)
        {
            var end = Runs.End(body, start, Alphabets.Base64);
            if (end - start >= LeastRun)
            {
                return true;
            }

            start = end + 1;
        }

        return false;
    }

    private static int EndOf(ReadOnlySpan<char> text, int bodyEnd)
    {
        if (bodyEnd >= text.Length || !text[bodyEnd..].StartsWith("-----END ", StringComparison.Ordinal))
        {
            return bodyEnd;
        }

        var label = bodyEnd + Dashes.Length;
        var window = text[label..Math.Min(text.Length, label + MostLabel)];
        return window.IndexOf(Dashes, StringComparison.Ordinal) is var length and >= 0 ? label + length + Dashes.Length : label;
    }
}
