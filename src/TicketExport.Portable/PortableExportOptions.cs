namespace TicketExport.Portable;

/// <summary>Settings of portable files.</summary>
public sealed class PortableExportOptions
{
    /// <summary>The folder that files are written to; created when it is missing.</summary>
    /// <value>None; needed wherever files are kept, unless the host has an <see cref="IPortableFileStore"/> of its own.</value>
    public string? Folder { get; set; }

    /// <summary>The character between two CSV fields: <c>,</c>, <c>;</c>, tab or <c>|</c>.</summary>
    /// <value><c>,</c></value>
    public char CsvDelimiter { get; set; } = ',';

    /// <summary>Whether a CSV file starts with a byte order mark, without which Excel misreads letters beyond ASCII.</summary>
    /// <value><see langword="true"/></value>
    public bool CsvByteOrderMark { get; set; } = true;
}
