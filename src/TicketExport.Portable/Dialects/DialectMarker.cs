using TicketExport.Identity;

namespace TicketExport.Portable.Dialects;

/// <summary>The marker that a native export of the ticket would carry. Pure.</summary>
internal static class DialectMarker
{
    // A generation is one unlink; more than a few were never seen.
    private const int MostGenerations = 64;

    /// <summary>The generation is hidden in the key, and is found by trying. A ticket whose key tells none is of the first.</summary>
    public static TicketMarker Of(PortableTicket ticket)
    {
        if (!string.IsNullOrEmpty(ticket.TargetId))
        {
            for (var generation = 1; generation <= MostGenerations; generation++)
            {
                if (IdempotencyKey.Compute(ticket.DuplicateFingerprint, ticket.TargetId, generation) == ticket.IdempotencyKey)
                {
                    return new(ticket.DuplicateFingerprint, generation);
                }
            }
        }

        return new(ticket.DuplicateFingerprint, 1);
    }
}
