using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace TicketExport.Ledger;

/// <summary>The place in a list after which the next page begins: opaque to callers, and refused when it was made up.</summary>
/// <param name="Number">The number that the list is ordered by, such as Unix milliseconds.</param>
/// <param name="Id">What orders rows of the same number.</param>
public sealed record PageCursor(long Number, string Id)
{
    private const int MaxLength = 2_048;

    /// <summary>Reads the cursor of a request.</summary>
    /// <param name="page">The request.</param>
    /// <param name="list">The name of the list; a cursor of another list is refused.</param>
    /// <returns>The cursor, or <see langword="null"/> for the first page.</returns>
    /// <exception cref="ArgumentException">The size is out of range, or the cursor was not made by this list.</exception>
    public static PageCursor? Read(PageRequest page, string list)
    {
        ArgumentNullException.ThrowIfNull(page);
        if (page.Size is < 1 or > PageRequest.MaxSize)
        {
            throw new ArgumentException($"The page size is {page.Size}; ask for 1 to {PageRequest.MaxSize} rows.", nameof(page));
        }

        return page.Cursor is null
            ? null
            : Parse(page.Cursor, list) ?? throw new ArgumentException("The cursor was not made by this list; begin with the first page.", nameof(page));
    }

    /// <summary>Makes a page of rows that were read one beyond its size.</summary>
    /// <typeparam name="T">What is listed.</typeparam>
    /// <param name="rows">The rows, at most one more than the page holds.</param>
    /// <param name="size">The size of the page.</param>
    /// <param name="list">The name of the list.</param>
    /// <param name="cursorOf">The place of a row.</param>
    public static Page<T> ToPage<T>(IReadOnlyList<T> rows, int size, string list, Func<T, PageCursor> cursorOf)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(cursorOf);
        return rows.Count <= size
            ? new([.. rows], null)
            : new([.. rows.Take(size)], cursorOf(rows[size - 1]).Write(list));
    }

    private string Write(string list) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{list}|{Number}|{Id}")));

    private static PageCursor? Parse(string cursor, string list)
    {
        if (cursor.Length > MaxLength || !Base64Url.IsValid(cursor))
        {
            return null;
        }

        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)).Split('|', 3);
        return parts.Length == 3
            && parts[0] == list
            && !parts[2].Contains('\0', StringComparison.Ordinal)
            && long.TryParse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                ? new(number, parts[2])
                : null;
    }
}
