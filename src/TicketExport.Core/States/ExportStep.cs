using TicketExport.Ledger;

namespace TicketExport.States;

/// <summary>What an event does to an export.</summary>
/// <param name="Next">Where the export stands afterwards; unchanged where the event is refused.</param>
/// <param name="Effects">What must be done along with it.</param>
internal readonly record struct ExportStep(ExportState Next, ExportEffects Effects)
{
    /// <summary>Why nothing changes.</summary>
    public ExportRefusal Refusal { get; init; }

    /// <summary>What the open attempt came to, where another one begins in the same step.</summary>
    public AttemptState Ended { get; init; }

    public bool IsRefused => Refusal != ExportRefusal.None;

    public bool Has(ExportEffects effect) => (Effects & effect) == effect;
}
