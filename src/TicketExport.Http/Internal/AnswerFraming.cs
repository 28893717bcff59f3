namespace TicketExport.Http.Internal;

// The platform takes an answer with two lengths, or with a length and a transfer coding, and picks one. A proxy in between may have picked
// the other, and then the rest of this answer is the beginning of the next.
internal static class AnswerFraming
{
    private const string ContentLength = "Content-Length";

    public static bool IsInDoubt(HttpResponseMessage response)
    {
        if (!response.Content.Headers.NonValidated.TryGetValues(ContentLength, out var lengths))
        {
            return false;
        }

        return response.Headers.NonValidated.Contains("Transfer-Encoding") || lengths.Distinct(StringComparer.Ordinal).Skip(1).Any();
    }
}
