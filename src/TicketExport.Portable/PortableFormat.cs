namespace TicketExport.Portable;

/// <summary>The format of a portable file.</summary>
public enum PortableFormat
{
    /// <summary>Not set; refused.</summary>
    Unknown = 0,

    /// <summary>One row per ticket below a fixed header, for spreadsheets and bulk import.</summary>
    Csv = 1,

    /// <summary>Complete ticket bodies to read and to copy, each with a block for machines.</summary>
    Markdown = 2,

    /// <summary>The envelope <c>portable-export.v1</c> around the documents, for scripts and tools.</summary>
    Json = 3,

    /// <summary>One <c>portable-export.v1</c> envelope per line, each with one document, for tools that read a stream.</summary>
    JsonLines = 4,
}
