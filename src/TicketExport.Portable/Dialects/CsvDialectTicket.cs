using TicketExport.Identity;
using TicketExport.Portable.Internal;
using TicketExport.Rendering;

namespace TicketExport.Portable.Dialects;

/// <summary>A ticket on its way into an importer's file.</summary>
public sealed record CsvDialectTicket
{
    /// <summary>The ticket.</summary>
    public required PortableTicket Ticket { get; init; }

    /// <summary>The mark by which the imported ticket is recognised; belongs into each row.</summary>
    public required TicketMarker Marker { get; init; }

    /// <summary>The instant that decides which evidence links have expired.</summary>
    public required DateTimeOffset Now { get; init; }

    internal string Guard { get; init; } = "";

    /// <summary>The body, to be written by the renderer of the tracker's markup.</summary>
    public TicketBody Body => TicketBodyComposer.Compose(Ticket.Document, Now);

    /// <summary>The title as one line of plain text, with room for the guard where it needs one.</summary>
    /// <param name="limit">The longest title that the tracker takes.</param>
    public string Title(TextLimit limit)
    {
        ArgumentNullException.ThrowIfNull(limit);
        var title = PlainTextRenderer.RenderLine(Ticket.Document.Title, limit);
        return FormulaGuard.IsNeeded(title) && limit.Length > Guard.Length
            ? PlainTextRenderer.RenderLine(title, new(limit.Length - limit.Measure(Guard), limit.Unit))
            : title;
    }

    /// <summary>How a body is written: cut at the tracker's limit, with the marker as its last line.</summary>
    /// <param name="limit">The longest body that the tracker takes.</param>
    public RenderOptions BodyOptions(TextLimit limit) => new() { Limit = limit, Marker = BodyMarker.Line(Marker.Value) };
}
