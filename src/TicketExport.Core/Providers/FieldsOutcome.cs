using System.Collections.Immutable;

namespace TicketExport.Providers;

/// <summary>What asking a tracker for the fields of a new ticket came to: a closed set.</summary>
public abstract record FieldsOutcome
{
    private FieldsOutcome()
    {
    }

    /// <summary>The tracker named its fields.</summary>
    /// <param name="Fields">The fields, those that the tracker demands first.</param>
    public sealed record Found(ImmutableArray<TargetField> Fields) : FieldsOutcome;

    /// <summary>The tracker refused: only a change of the target's settings or credentials helps.</summary>
    /// <param name="Fault">Why.</param>
    public sealed record Refused(ProviderFault Fault) : FieldsOutcome;

    /// <summary>The question itself failed; nothing is known.</summary>
    /// <param name="Fault">Why.</param>
    /// <param name="Until">When requests are welcome again, if the tracker said so.</param>
    public sealed record Failed(ProviderFault Fault, DateTimeOffset? Until = null) : FieldsOutcome;
}
