using System.Buffers;

namespace TicketExport.Redaction.Internal;

/// <summary>E-mail addresses with a domain that has a top level of letters.</summary>
internal sealed class EmailScanner() : AnchoredScanner(Anchors("@"))
{
    private const int MostLocal = 64;
    private const int MostDomain = 253;
    private const int LeastTop = 2;

    private static readonly SearchValues<char> Local =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz._%+-'&*=~#$!");

    /// <summary>Names such as <c>icon@2x.png</c> and <c>lib@3.min.js</c> are files.</summary>
    private static readonly SearchValues<string> FileEndings =
        SearchValues.Create([".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".js", ".mjs", ".ts", ".css", ".json", ".map", ".html", ".tgz", ".zip"], StringComparison.OrdinalIgnoreCase);

    protected override ScanStep Match(ReadOnlySpan<char> text, int anchor)
    {
        var local = text[Math.Max(0, anchor - MostLocal)..anchor];
        var length = local.Length - 1 - local.LastIndexOfAnyExcept(Local);
        var start = anchor - length + (length - local[^length..].TrimStart(".'").Length);
        var end = DomainEnd(text, anchor + 1);
        return start < anchor && end > 0 ? ScanStep.Hit(start, end) : ScanStep.Miss(anchor + 1);
    }

    private static int DomainEnd(ReadOnlySpan<char> text, int start)
    {
        var window = text[..Math.Min(text.Length, start + MostDomain)];
        var end = start + window[start..Runs.End(window, start, Alphabets.Dotted)].TrimEnd(".-_").Length;
        var domain = text[start..end];
        var dot = domain.LastIndexOf('.');
        var isDomain = dot > 0
            && domain.Length - dot - 1 >= LeastTop
            && domain[(dot + 1)..].IndexOfAnyExceptInRange('A', 'z') < 0
            && !domain[dot..].ContainsAny(FileEndings)
            && !(end < text.Length && text[end] == ':' && end + 1 < text.Length && char.IsAsciiLetterOrDigit(text[end + 1]));
        return isDomain ? end : -1;
    }
}
