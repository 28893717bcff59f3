using TicketExport.Rendering;

namespace TicketExport.Portable.Dialects;

/// <summary>The CSV of GitLab's import of issues, which takes a title and a description.</summary>
/// <remarks>GitLab would run quick actions in a description; the renderer neutralises what looks like one, so labels and people are not set.</remarks>
public sealed class GitLabCsvDialect : ICsvDialect
{
    private static readonly TextLimit TitleLimit = new(255, TextUnit.Utf16);
    private static readonly TextLimit DescriptionLimit = new(1_000_000, TextUnit.Utf8Bytes);

    /// <inheritdoc/>
    public string Key => "gitlab";

    /// <inheritdoc/>
    public CsvDialectRules Rules { get; } = new() { MaxBytes = 10_000_000 };

    /// <inheritdoc/>
    public IReadOnlyList<string> Columns { get; } = ["title", "description"];

    /// <inheritdoc/>
    public IReadOnlyList<string> RowOf(CsvDialectTicket ticket)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        return [ticket.Title(TitleLimit), MarkdownRenderer.Render(ticket.Body, ticket.BodyOptions(DescriptionLimit)).Text];
    }
}
