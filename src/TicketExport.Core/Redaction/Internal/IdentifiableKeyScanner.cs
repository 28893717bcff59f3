namespace TicketExport.Redaction.Internal;

/// <summary>Azure's 64-byte keys that carry a signature: 76 characters of base64, the signature, five more, and a padded last one.</summary>
internal sealed class IdentifiableKeyScanner() : AnchoredScanner(Anchors("APIM", "ACDb", "+ABa", "+AMC", "+ASt"))
{
    private const int Before = 76;
    private const int Signature = 4;
    private const int Length = 88;

    protected override ScanStep Match(ReadOnlySpan<char> text, int anchor)
    {
        var start = anchor - Before;
        var end = start + Length;
        var isKey = start >= 0
            && end <= text.Length
            && text.Slice(anchor, Signature) is "APIM" or "ACDb" or "+ABa" or "+AMC" or "+ASt"
            && text[start..(end - 2)].IndexOfAnyExcept(Alphabets.Base64) < 0
            && text[(end - 2)..end] is "=="
            && text[end - 3] is 'A' or 'Q' or 'g' or 'w'
            && (start == 0 || !Alphabets.PaddedBase64.Contains(text[start - 1]));
        return isKey ? ScanStep.Hit(start, end) : ScanStep.Miss(anchor + 1);
    }
}
