namespace TicketExport.Samples.Quickstart.Sarif;

/// <summary>Where a result shows itself.</summary>
public sealed record SarifPlace
{
    /// <summary>
    /// The file as identity: relative to the scanned root where the file names one, else absolute. Decoded, with <c>/</c>.
    /// </summary>
    public string? Path { get; init; }

    /// <summary>The file as shown to people: never above the folder that all files of the run share.</summary>
    public string? ShownPath { get; init; }

    /// <summary>The name of the code element, such as <c>Shop.Cart.Add</c>.</summary>
    public string? Element { get; init; }

    /// <summary>The first line, counted from 1.</summary>
    public int? StartLine { get; init; }

    /// <summary>The first column, counted from 1.</summary>
    public int? StartColumn { get; init; }

    /// <summary>The last line.</summary>
    public int? EndLine { get; init; }

    /// <summary>The column after the last one.</summary>
    public int? EndColumn { get; init; }

    /// <summary>The code at this place, if the file carries it.</summary>
    public string? Snippet { get; init; }

    /// <summary>A link to the line in its repository, if the run names the revision.</summary>
    public string? SourceLink { get; init; }

    /// <summary>The place in words, such as <c>app/server.js, line 12, column 5</c>.</summary>
    public string Words
    {
        get
        {
            var place = ShownPath ?? Element ?? "the scanned code";
            return (StartLine, StartColumn) switch
            {
                (null, _) => place,
                ({ } line, null) => $"{place}, line {line}",
                ({ } line, { } column) => $"{place}, line {line}, column {column}",
            };
        }
    }
}
