namespace TicketExport.Testing.Conformance.Ledgers.Model;

/// <summary>Whatever a history can be played on; answers are texts, so that a difference can be read.</summary>
internal interface ILedgerActor
{
    /// <summary>Does one step and says what was answered.</summary>
    Task<string> ApplyAsync(LedgerOperation operation);

    /// <summary>Says all that can be seen of what the history did.</summary>
    Task<string> DescribeAsync();
}
