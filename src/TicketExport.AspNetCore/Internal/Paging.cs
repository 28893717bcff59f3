using System.Globalization;
using TicketExport.Ledger;

namespace TicketExport.AspNetCore.Internal;

/// <summary>Reads the page that a list is asked for.</summary>
internal static class Paging
{
    public static (PageRequest? Page, ApiAnswer? Problem) Read(string? limit, string? cursor)
    {
        if (limit is null)
        {
            return (new PageRequest { Cursor = cursor }, null);
        }

        return int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size is >= 1 and <= PageRequest.MaxSize
            ? (new PageRequest { Size = size, Cursor = cursor }, null)
            : (null, Problems.Invalid("?limit", "range", $"Ask for 1 to {PageRequest.MaxSize} rows."));
    }

    /// <summary>Reads a page whose size and filter were checked; <see langword="null"/> when its cursor is not one of the list's.</summary>
    public static async Task<Page<T>?> ReadAsync<T>(Func<Task<Page<T>>> read)
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    public static ApiAnswer BadCursor => Problems.Invalid("?cursor", "format", "The cursor was not made by this list. Begin with the first page.");
}
