namespace TicketExport.Redaction.Internal;

/// <summary>Finds the passages that break a rule, in time linear in the text. Holds no state of a scan.</summary>
internal abstract class Scanner
{
    public abstract void Scan(ReadOnlySpan<char> text, PassageList found);
}
