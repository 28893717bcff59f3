namespace TicketExport.Redaction.Internal;

/// <summary>Addresses that only the host's own machines can open: files, shares, and buckets of cloud storage.</summary>
internal sealed class ArtefactUriScanner() : AnchoredScanner(Anchors(Schemes))
{
    private const int LeastRest = 2;

    private static readonly string[] Schemes =
        ["file:///", "file://", "s3://", "s3a://", "s3n://", "gs://", "abfs://", "abfss://", "wasb://", "wasbs://", "adl://", "az://", "smb://", "nfs://"];

    protected override ScanStep Match(ReadOnlySpan<char> text, int anchor)
    {
        var rest = anchor + text[anchor..].IndexOf("//", StringComparison.Ordinal) + 2;
        if (Runs.IsInsideWord(text, anchor))
        {
            return ScanStep.Miss(rest);
        }

        var end = Runs.TrimSentence(text, rest, Runs.Until(text, rest, Alphabets.AddressEnd));
        return end - rest >= LeastRest && !Runs.IsPlaceholder(text[rest..end]) ? ScanStep.Hit(anchor, end) : ScanStep.Miss(end);
    }
}
