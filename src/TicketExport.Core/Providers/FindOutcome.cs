using System.Collections.Immutable;

namespace TicketExport.Providers;

/// <summary>What a look-up by marker came to: a closed set.</summary>
public abstract record FindOutcome
{
    private FindOutcome()
    {
    }

    /// <summary>Tickets carry the marker.</summary>
    /// <param name="Tickets">At least one, the oldest first.</param>
    public sealed record Found(ImmutableArray<TicketReference> Tickets) : FindOutcome;

    /// <summary>No ticket carries the marker.</summary>
    /// <param name="Proven">Whether that proves that none was created; <see langword="false"/> where the look-up may lag.</param>
    public sealed record Absent(bool Proven) : FindOutcome;

    /// <summary>No look-up is needed: sending again with the same key is safe at this tracker.</summary>
    public sealed record Repeatable : FindOutcome;

    /// <summary>The look-up itself failed; nothing is known.</summary>
    /// <param name="Fault">Why.</param>
    /// <param name="Until">When requests are welcome again, if the tracker said so.</param>
    public sealed record Failed(ProviderFault Fault, DateTimeOffset? Until = null) : FindOutcome;
}
