using TicketExport.Ledger;
using TicketExport.Pipeline;

namespace TicketExport.Worker;

/// <summary>What a due export turned out to be, once it was read.</summary>
internal abstract record DueWork
{
    private DueWork()
    {
    }

    internal sealed record Ready(ExportRecord Record, PreparedExport Export) : DueWork;

    /// <summary>It cannot be prepared; its document is written back as it was found.</summary>
    internal sealed record Faulty(ExportRecord Record, ReadOnlyMemory<byte> DocumentJson, ExportFailure Failure) : DueWork;

    internal sealed record Gone : DueWork;
}
