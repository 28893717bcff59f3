namespace TicketExport.Portable.Dialects;

/// <summary>The CSV that one tracker's own importer takes: its columns and how a ticket fills them.</summary>
/// <remarks>
/// <para>Implement it for a tracker that has none here, and register it with <c>AddCsvDialect</c>; a dialect of the same key takes the place of ours.</para>
/// <para>An implementation is pure and safe for concurrent use: equal tickets give equal cells. It renders texts with the renderers of
/// <see cref="Rendering"/>, puts <see cref="CsvDialectTicket.Marker"/> where the imported ticket keeps it, and neither quotes nor guards a cell: the
/// exporter does.</para>
/// </remarks>
public interface ICsvDialect
{
    /// <summary>The dialect's name: the provider key of the tracker, such as <c>jira</c>. Compared without case.</summary>
    string Key { get; }

    /// <summary>What the importer takes.</summary>
    CsvDialectRules Rules { get; }

    /// <summary>The header. A name may stand several times where the importer reads that as several values.</summary>
    IReadOnlyList<string> Columns { get; }

    /// <summary>The cells of a ticket, one for each column; an empty text where there is nothing.</summary>
    /// <param name="ticket">The ticket, as the redaction gate left it.</param>
    IReadOnlyList<string> RowOf(CsvDialectTicket ticket);
}
