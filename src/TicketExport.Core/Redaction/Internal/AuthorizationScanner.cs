namespace TicketExport.Redaction.Internal;

/// <summary>The credentials of an <c>Authorization</c> header, and a bearer token that stands alone.</summary>
internal sealed class AuthorizationScanner() : AnchoredScanner(Anchors(Header, Bearer))
{
    private const string Header = "authorization";
    private const string Bearer = "bearer ";
    private const int MostBlanks = 4;
    private const int LeastAfterScheme = 8;
    private const int LeastAlone = 16;

    private static readonly string[] TokenSchemes = ["Bearer", "Basic", "Token", "Negotiate", "ApiKey", "DPoP", "SharedKey"];
    private static readonly string[] ListSchemes = ["Digest", "AWS4-HMAC-SHA256"];

    protected override ScanStep Match(ReadOnlySpan<char> text, int anchor)
    {
        if (!text[anchor..].StartsWith(Header, StringComparison.OrdinalIgnoreCase))
        {
            return Runs.IsInsideWord(text, anchor) ? ScanStep.Miss(anchor + 1) : Credentials(text, anchor + Bearer.Length, LeastAlone);
        }

        var value = AssignedValueScanner.SkipAssignment(text, anchor + Header.Length);
        if (value < 0)
        {
            return ScanStep.Miss(anchor + Header.Length);
        }

        if (SkipScheme(text, value, ListSchemes) is var list and >= 0)
        {
            var end = Runs.Until(text, list, Alphabets.LineEnd);
            return text[list..end].Contains('=') ? ScanStep.Hit(list, end) : ScanStep.Miss(end);
        }

        return SkipScheme(text, value, TokenSchemes) is var token and >= 0
            ? Credentials(text, token, LeastAfterScheme)
            : Credentials(text, value, LeastAlone);
    }

    /// <summary>The start of what follows the scheme, or -1 when none of the schemes stands there.</summary>
    private static int SkipScheme(ReadOnlySpan<char> text, int position, string[] schemes)
    {
        foreach (var scheme in schemes)
        {
            var end = position + scheme.Length;
            if (end < text.Length && text[position..].StartsWith(scheme, StringComparison.OrdinalIgnoreCase) && text[end] is ' ' or '\t')
            {
                return Runs.SkipBlanks(text, end, MostBlanks);
            }
        }

        return -1;
    }

    private static ScanStep Credentials(ReadOnlySpan<char> text, int position, int least)
    {
        var start = Runs.SkipBlanks(text, position, MostBlanks);
        var end = Runs.TrimSentence(text, start, Runs.End(text, start, Alphabets.Credentials));
        var value = text[start..end];
        return value.Length >= least && Runs.IsSecretLike(value) && IsNoWord(value, least) ? ScanStep.Hit(start, end) : ScanStep.Miss(end);
    }

    /// <summary>Names in code have capitals inside; without a scheme before it, only a value with a digit is taken for a credential.</summary>
    private static bool IsNoWord(ReadOnlySpan<char> value, int least) => least == LeastAlone ? Runs.HasDigit(value) : Runs.IsGenerated(value);
}
