using System.Net.Http.Headers;

namespace TicketExport.Http.Internal;

// The platform's TryAddWithoutValidation lets line breaks through to the wire, where they become headers of their own.
internal static class HeaderText
{
    public static bool AllVisible(HttpRequestMessage request) =>
        AllVisible(request.Headers) && (request.Content is null || AllVisible(request.Content.Headers));

    private static bool AllVisible(HttpHeaders headers)
    {
        foreach (var header in headers.NonValidated)
        {
            foreach (var value in header.Value)
            {
                if (value.AsSpan().ContainsAnyExceptInRange(' ', '~'))
                {
                    return false;
                }
            }
        }

        return true;
    }
}
