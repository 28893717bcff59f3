namespace TicketExport.Testing.Conformance.Ledgers.Model;

/// <summary>Which export holds a guard key, as the plain model remembers it.</summary>
internal sealed class PlainGuard(string account, string key)
{
    public string Account => account;

    public string Key => key;

    public int Generation { get; set; } = 1;

    public required PlainExport Holder { get; set; }
}
