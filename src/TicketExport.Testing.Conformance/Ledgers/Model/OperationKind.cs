namespace TicketExport.Testing.Conformance.Ledgers.Model;

/// <summary>What a history can do to a ledger.</summary>
internal enum OperationKind
{
    Claim,
    Enqueue,
    Record,
    Begin,
    Due,
    Advance,
    Link,
    Unlink,
    Relink,
    Receive,
    Disable,
    Enable,
}
