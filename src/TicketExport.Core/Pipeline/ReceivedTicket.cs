using System.Globalization;
using System.Text;

namespace TicketExport.Pipeline;

/// <summary>Judges the reference that a tracker gave: what cannot be stored or reused is not taken for a ticket.</summary>
internal static class ReceivedTicket
{
    private const int MaxLength = 512;

    /// <summary>The reference as it may be stored, or <see langword="null"/> when its ids are unusable. An address that is unsafe is left out.</summary>
    public static TicketReference? Clean(TicketReference ticket) =>
        IsId(ticket.ProviderTicketId) && (ticket.ExternalIssueId is null || IsId(ticket.ExternalIssueId))
            ? ticket with { Url = IsSafe(ticket.Url) ? ticket.Url : null }
            : null;

    private static bool IsId(string id)
    {
        if (string.IsNullOrWhiteSpace(id) || id.Length > MaxLength)
        {
            return false;
        }

        foreach (var rune in id.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsSafe(Uri? url) =>
        url is { IsAbsoluteUri: true, UserInfo.Length: 0, Scheme: "https" or "http" } && url.OriginalString.Length <= Contract.ContractLimits.UrlLength;
}
