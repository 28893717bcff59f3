using System.Text;

namespace TicketExport.Rendering;

/// <summary>The longest text that a field of a tracker takes.</summary>
public sealed record TextLimit
{
    /// <summary>Creates a limit.</summary>
    /// <param name="length">The greatest length that is still taken; at least 1.</param>
    /// <param name="unit">What is counted.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length is below 1, or the unit is not one of the three.</exception>
    public TextLimit(int length, TextUnit unit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        if (unit is not (TextUnit.Utf16 or TextUnit.CodePoints or TextUnit.Utf8Bytes))
        {
            throw new ArgumentOutOfRangeException(nameof(unit), unit, "Choose Utf16, CodePoints or Utf8Bytes.");
        }

        Length = length;
        Unit = unit;
    }

    /// <summary>The greatest length that is still taken.</summary>
    public int Length { get; }

    /// <summary>What is counted.</summary>
    public TextUnit Unit { get; }

    /// <summary>The length of a text in this limit's unit.</summary>
    public int Measure(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Unit switch
        {
            TextUnit.CodePoints => text.Length - CountPairs(text),
            TextUnit.Utf8Bytes => Encoding.UTF8.GetByteCount(text),
            _ => text.Length,
        };
    }

    /// <summary>Whether a text is short enough.</summary>
    public bool Allows(string text) => Measure(text) <= Length;

    private static int CountPairs(string text)
    {
        var pairs = 0;
        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i - 1], text[i]))
            {
                pairs++;
                i++;
            }
        }

        return pairs;
    }
}
