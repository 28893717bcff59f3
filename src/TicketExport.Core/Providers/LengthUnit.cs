namespace TicketExport.Providers;

/// <summary>How a tracker counts the length of a text.</summary>
public enum LengthUnit
{
    /// <summary>Not said.</summary>
    Unknown = 0,

    /// <summary>UTF-16 code units, as <see cref="string.Length"/> does: never fewer than characters.</summary>
    Utf16 = 1,

    /// <summary>Bytes of UTF-8.</summary>
    Utf8Bytes = 2,
}
