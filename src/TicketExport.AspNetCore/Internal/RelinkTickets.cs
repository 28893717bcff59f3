using TicketExport.AspNetCore.Protocol;

namespace TicketExport.AspNetCore.Internal;

/// <summary>Reads the ticket that a link is to have. Pure.</summary>
internal static class RelinkTickets
{
    private const int MaxUrl = 2_048;

    public static (TicketReference? Ticket, ApiAnswer? Problem) Read(RelinkBody body)
    {
        if (!LedgerWords.CanBeId(body.ExternalId) || string.IsNullOrWhiteSpace(body.ExternalId))
        {
            return (null, Problems.Invalid("$.external_id", "required", "Name the ticket by the tracker's unchanging id, with 1 to 256 characters."));
        }

        if (body.ExternalKey is not null && !LedgerWords.CanBeId(body.ExternalKey))
        {
            return (null, Problems.Invalid("$.external_key", "format", "A key has 1 to 256 characters."));
        }

        Uri? url = null;
        if (body.ExternalUrl is not null
            && (body.ExternalUrl.Length > MaxUrl
                || !Uri.TryCreate(body.ExternalUrl, UriKind.Absolute, out url)
                || (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp)
                || url.UserInfo.Length > 0))
        {
            return (null, Problems.Invalid("$.external_url", "format", $"An address is http or https, absolute, without a user, and has at most {MaxUrl} characters."));
        }

        return (new TicketReference { ProviderTicketId = body.ExternalId!, ExternalIssueId = body.ExternalKey, Url = url }, null);
    }
}
