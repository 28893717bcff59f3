namespace TicketExport.Redaction.Internal;

/// <summary>IBANs: a country, two check digits and an account of the country's length, plain or in groups of four.</summary>
internal sealed class IbanScanner : Scanner
{
    private const int Most = 34;

    /// <summary>Country and length, four characters each, in order.</summary>
    private const string Lengths =
        "AD24AE23AL28AT20AZ28BA20BE16BG22BH22BR29BY28CH21CR22CY28CZ24DE22DK18DO28EE20EG29ES24FI18FO18FR27GB22GE22GI23GL18GR27GT28HR21HU28IE22IL23" +
        "IQ23IS26IT27JO30KW30KZ20LB28LC32LI21LT20LU20LV21LY25MC27MD24ME22MK19MR27MT31MU30NL18NO15PK24PL28PS29PT25QA29RO24RS22SA24SC31SD18SE24SI19" +
        "SK24SM27ST25SV28TL23TN24TR26UA29VA22VG24XK20";

    public override void Scan(ReadOnlySpan<char> text, PassageList found)
    {
        Span<char> iban = stackalloc char[Most];
        var position = 2;
        while (position < text.Length && text[position..].IndexOfAny(Alphabets.Digits) is var next and >= 0)
        {
            var digit = position + next;
            var end = EndOf(text, digit - 2, iban);
            if (end > 0)
            {
                found.Add(digit - 2, end);
            }

            position = Math.Max(end, digit + 1);
        }
    }

    private static int EndOf(ReadOnlySpan<char> text, int start, Span<char> iban)
    {
        var isStart = start + 4 <= text.Length
            && char.IsAsciiLetterUpper(text[start]) && char.IsAsciiLetterUpper(text[start + 1]) && char.IsAsciiDigit(text[start + 3])
            && !Runs.IsInsideWord(text, start);
        var length = isStart ? LengthOf(text.Slice(start, 2)) : 0;
        var count = 0;
        var end = start;
        while (count < length && end < text.Length)
        {
            if (char.IsAsciiDigit(text[end]) || char.IsAsciiLetterUpper(text[end]))
            {
                iban[count++] = text[end];
            }
            else if (text[end] != ' ' || count % 4 != 0)
            {
                break;
            }

            end++;
        }

        var isWhole = length > 0 && count == length && !(end < text.Length && char.IsAsciiLetterOrDigit(text[end]));
        return isWhole && HasGoodCheckDigits(iban[..count]) ? end : -1;
    }

    private static int LengthOf(ReadOnlySpan<char> country)
    {
        for (var i = 0; i < Lengths.Length; i += 4)
        {
            if (country.SequenceEqual(Lengths.AsSpan(i, 2)))
            {
                return ((Lengths[i + 2] - '0') * 10) + (Lengths[i + 3] - '0');
            }
        }

        return 0;
    }

    /// <summary>ISO 13616: the first four characters moved to the end, letters as 10 to 35, and the whole number is 1 modulo 97.</summary>
    private static bool HasGoodCheckDigits(ReadOnlySpan<char> iban)
    {
        var rest = 0;
        for (var i = 0; i < iban.Length; i++)
        {
            var character = iban[(i + 4) % iban.Length];
            rest = char.IsAsciiDigit(character) ? ((rest * 10) + (character - '0')) % 97 : ((rest * 100) + (character - 'A' + 10)) % 97;
        }

        return rest == 1;
    }
}
