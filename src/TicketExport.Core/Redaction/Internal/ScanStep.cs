namespace TicketExport.Redaction.Internal;

/// <summary>What an anchor led to: a passage or nothing, and where to go on.</summary>
internal readonly record struct ScanStep(int Start, int End, int Resume)
{
    public bool IsHit => End > Start;

    public static ScanStep Hit(int start, int end) => new(start, end, end);

    public static ScanStep Miss(int resume) => new(0, 0, resume);
}
