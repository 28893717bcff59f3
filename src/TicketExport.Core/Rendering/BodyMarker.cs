using System.Buffers;

namespace TicketExport.Rendering;

/// <summary>A mark at the end of a body by which the ticket can be found again. No cut ever removes it.</summary>
/// <remarks>
/// The text is ASCII: letters, digits, blanks and <c>. : = _ -</c>, where <c>_</c> and <c>-</c> stand between letters or digits. So it
/// is the same in every markup, cannot end a comment, and stays findable by the letter.
/// </remarks>
public sealed record BodyMarker
{
    /// <summary>The longest text of a marker, in characters.</summary>
    public const int MaxLength = 256;

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .:=_-");

    private BodyMarker(string text, bool isComment)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        if (text.Length > MaxLength || text.AsSpan().ContainsAnyExcept(Allowed) || text[0] == ' ' || text[^1] == ' ' || HasLooseJoin(text))
        {
            throw new ArgumentException(
                $"A marker has at most {MaxLength} ASCII letters, digits, blanks or '.:=', and '_' or '-' only between letters or digits.", nameof(text));
        }

        Text = text;
        IsComment = isComment;
    }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>Whether readers of the ticket do not see it.</summary>
    public bool IsComment { get; }

    /// <summary>A mark that readers do not see: an HTML comment. Only for Markdown whose tracker keeps comments, such as GitHub's and GitLab's.</summary>
    /// <exception cref="ArgumentException">The text holds what a marker may not hold.</exception>
    public static BodyMarker Comment(string text) => new(text, true);

    /// <summary>A mark that readers see: a last line of fixed width. For every markup.</summary>
    /// <exception cref="ArgumentException">The text holds what a marker may not hold.</exception>
    public static BodyMarker Line(string text) => new(text, false);

    private static bool HasLooseJoin(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var isJoin = text[i] is '_' or '-';
            if (isJoin && (i == 0 || i == text.Length - 1 || !char.IsAsciiLetterOrDigit(text[i - 1]) || !char.IsAsciiLetterOrDigit(text[i + 1])))
            {
                return true;
            }
        }

        return false;
    }
}
