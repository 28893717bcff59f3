namespace TicketExport.Redaction.Internal;

/// <summary>Payment card numbers: 13 to 19 digits, plain or in the groups that are printed on cards, with a good Luhn digit.</summary>
internal sealed class PaymentCardScanner : Scanner
{
    private const int Least = 13;
    private const int Most = 19;

    public override void Scan(ReadOnlySpan<char> text, PassageList found)
    {
        Span<char> digits = stackalloc char[Most];
        var position = 0;
        while (position < text.Length && text[position..].IndexOfAny(Alphabets.Digits) is var next and >= 0)
        {
            var start = position + next;
            var end = NumberEnd(text, start);
            if (IsFree(text, start, end) && Collect(text[start..end], digits) is var count and >= Least && IsCard(digits[..count]))
            {
                found.Add(start, end);
            }

            position = end;
        }
    }

    /// <summary>The end of digits with single spaces or hyphens between them.</summary>
    private static int NumberEnd(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length
            && (char.IsAsciiDigit(text[end]) || (text[end] is ' ' or '-' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
        {
            end++;
        }

        return end;
    }

    private static bool IsFree(ReadOnlySpan<char> text, int start, int end) =>
        !(start > 0 && (char.IsAsciiLetterOrDigit(text[start - 1]) || text[start - 1] is '-' or '.' or '_'))
        && !(end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' || (text[end] is '-' or '.' && end + 1 < text.Length && char.IsAsciiLetterOrDigit(text[end + 1]))));

    /// <summary>The number of digits, or -1 when there are too many or the groups are not those of a card.</summary>
    private static int Collect(ReadOnlySpan<char> number, Span<char> digits)
    {
        var count = 0;
        var isGrouped = number.ContainsAny(' ', '-');
        for (var i = 0; i < number.Length; i++)
        {
            if (!char.IsAsciiDigit(number[i]))
            {
                var isAmex = number[0] == '3' && number[1] is '4' or '7' or '0' or '6' or '8';
                if (number[i] != number[number.IndexOfAny(' ', '-')] || !(isAmex ? count is 4 or 10 : count % 4 == 0))
                {
                    return -1;
                }
            }
            else if (count == digits.Length)
            {
                return -1;
            }
            else
            {
                digits[count++] = number[i];
            }
        }

        return isGrouped && count < 14 ? -1 : count;
    }

    private static bool IsCard(ReadOnlySpan<char> digits) =>
        digits[0] is >= '2' and <= '6' && digits.IndexOfAnyExcept(digits[0]) >= 0 && HasGoodCheckDigit(digits);

    private static bool HasGoodCheckDigit(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[digits.Length - 1 - i] - '0';
            var weighted = i % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }

        return sum % 10 == 0;
    }
}
