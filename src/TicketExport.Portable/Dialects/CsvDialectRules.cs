namespace TicketExport.Portable.Dialects;

/// <summary>What an importer takes, as data.</summary>
public sealed record CsvDialectRules
{
    /// <summary>What is put in front of a cell that would run as a formula, where the importer stores cells as they are.</summary>
    public const string WordGuard = "Finding: ";

    /// <summary>What is put in front of such a cell where the importer takes one apostrophe away.</summary>
    public const string ApostropheGuard = "'";

    /// <summary>The most rows of a file, without the header.</summary>
    /// <value>Default: <see langword="null"/>, none known.</value>
    public int? MaxRows { get; init; }

    /// <summary>The most bytes of a file.</summary>
    /// <value>Default: <see langword="null"/>, none known.</value>
    public long? MaxBytes { get; init; }

    /// <summary>The character between two fields.</summary>
    /// <value>Default: <c>,</c></value>
    public char Delimiter { get; init; } = ',';

    /// <summary>Whether the file starts with a byte order mark. Importers that take the first header name by its bytes do not find it behind one.</summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool ByteOrderMark { get; init; }

    /// <summary>
    /// What stands in front of a cell that a spreadsheet would run as a formula when a person looks at the file before the import. A tracker that keeps
    /// cells as they are would show an apostrophe for ever, so a word is used there.
    /// </summary>
    /// <value>Default: <see cref="WordGuard"/>. Not empty, and itself nothing that runs.</value>
    public string Guard { get; init; } = WordGuard;
}
