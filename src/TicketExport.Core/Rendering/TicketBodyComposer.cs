using TicketExport.Contract;

namespace TicketExport.Rendering;

/// <summary>Placeholder of the branch that writes the real one.</summary>
public static class TicketBodyComposer
{
    /// <summary>Composes.</summary>
    public static TicketBody Compose(TicketExportDocument document, DateTimeOffset now) => new([]);
}
