namespace TicketExport.Redaction.Internal;

/// <summary>User and password in the authority of an address. A user alone, as in <c>ssh://git@host</c>, is no secret.</summary>
internal sealed class UserInfoScanner() : AnchoredScanner(Anchors(Separator))
{
    private const string Separator = "://";
    private const int MostAuthority = 1_024;

    protected override ScanStep Match(ReadOnlySpan<char> text, int anchor)
    {
        var start = anchor + Separator.Length;
        var end = Runs.Until(text, start, Alphabets.AuthorityEnd, MostAuthority);
        var authority = text[start..end];
        var at = authority.LastIndexOf('@');
        var colon = at < 0 ? -1 : authority[..at].IndexOf(':');
        if (anchor == 0 || !char.IsAsciiLetterOrDigit(text[anchor - 1]) || colon < 0)
        {
            return ScanStep.Miss(end);
        }

        var password = authority[(colon + 1)..at];
        return Runs.IsPlaceholder(password) ? ScanStep.Miss(end) : ScanStep.Hit(start, start + at);
    }
}
