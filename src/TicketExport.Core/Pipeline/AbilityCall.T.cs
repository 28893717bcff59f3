using TicketExport.Providers;

namespace TicketExport.Pipeline;

/// <summary>One call of an ability: what is asked, and how its ends are read.</summary>
/// <param name="Operation">The word in telemetry.</param>
/// <param name="Run">The call.</param>
/// <param name="NotProven">The outcome where the call ended without one.</param>
/// <param name="Describe">The outcome in a word, and its fault.</param>
internal sealed record AbilityCall<TOutcome>(
    string Operation,
    Func<CancellationToken, Task<TOutcome>> Run,
    Func<ProviderFault, TOutcome> NotProven,
    Func<TOutcome, (string Word, ProviderFault? Fault)> Describe)
{
    /// <summary>Whom the call is for; decides what its answer must not repeat.</summary>
    public required AbilityScope Scope { get; init; }

    /// <summary>What is taken over of the outcome.</summary>
    public required Func<ReceivedAnswer, TOutcome, TOutcome> Clean { get; init; }

    /// <summary>What a call that ended without an outcome leaves behind, as a sentence.</summary>
    public required string Doubt { get; init; }

    /// <summary>Why such a call counts as failed.</summary>
    public required FailureReason DoubtReason { get; init; }
}
