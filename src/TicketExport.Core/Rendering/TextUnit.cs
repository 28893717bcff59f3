namespace TicketExport.Rendering;

/// <summary>What a tracker counts when it limits a text.</summary>
public enum TextUnit
{
    /// <summary>Not set; no limit can be counted in it.</summary>
    Unknown = 0,

    /// <summary>UTF-16 code units, as in <see cref="string.Length"/>: an emoji counts two. The careful choice where "characters" are not explained.</summary>
    Utf16 = 1,

    /// <summary>Unicode code points: an emoji counts one.</summary>
    CodePoints = 2,

    /// <summary>Bytes in UTF-8.</summary>
    Utf8Bytes = 3,
}
