namespace TicketExport.Portable.Internal;

internal static class OneTicket
{
    public static async IAsyncEnumerable<PortableTicket> Of(PortableTicket ticket)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        yield return ticket;
    }
}
