using System.Globalization;

namespace TicketExport.Signing;

/// <summary>The one spelling of a signed timestamp: epoch seconds as digits.</summary>
internal static class SignedTimestamp
{
    public const int MaximumLength = 12;

    private const long LastSecond = 253402300799;

    public static bool TryRead(string text, out DateTimeOffset time)
    {
        time = default;
        if (text.Length is 0 or > MaximumLength
            || (text[0] == '0' && text.Length > 1)
            || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || seconds > LastSecond)
        {
            return false;
        }

        time = DateTimeOffset.FromUnixTimeSeconds(seconds);
        return true;
    }

    public static void Require(string timestamp)
    {
        if (!TryRead(timestamp, out _))
        {
            throw new ArgumentException("The timestamp must be epoch seconds as 1 to 12 digits without a leading zero.", nameof(timestamp));
        }
    }
}
