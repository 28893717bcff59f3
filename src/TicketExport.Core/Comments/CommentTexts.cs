using TicketExport.Ledger;
using TicketExport.Rendering;

namespace TicketExport.Comments;

/// <summary>Makes what a tracker sends safe to keep: without what a reader cannot see and a page may obey, and no longer than a thread takes. Pure.</summary>
/// <remarks>The result is plain text. Markup in it is left as it stands, for hosts to show as text.</remarks>
internal static class CommentTexts
{
    // Far above what is kept, so that nothing hidden behind it could move into view.
    private const int MostScanned = 4 * CommentRules.MaxText;

    public static string Author(string? name) => Cut(TextSanitizer.CleanLine(Head(name)), CommentRules.MaxAuthor);

    public static string Text(string? text) => Cut(TextSanitizer.Clean(Head(text)).Trim());

    /// <summary>Whether a tracker's id can be kept and compared.</summary>
    public static bool IsId(string? id) =>
        id is { Length: > 0 and <= CommentRules.MaxId } && !string.IsNullOrWhiteSpace(id) && TextSanitizer.CleanLine(id) == id;

    /// <summary>A text no longer than a thread takes, cut between words.</summary>
    public static string Cut(string text) => Cut(text, CommentRules.MaxText);

    // An ellipsis, and the line break that may stand before it.
    private static string Cut(string text, int most) => text.Length <= most ? text : TextCut.Words(text, most - 2);

    private static string Head(string? text) => text is { Length: > MostScanned } ? text[..MostScanned] : text ?? "";
}
