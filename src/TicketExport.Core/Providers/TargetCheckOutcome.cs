using System.Collections.Immutable;

namespace TicketExport.Providers;

/// <summary>What asking a tracker about a target came to: a closed set.</summary>
public abstract record TargetCheckOutcome
{
    private TargetCheckOutcome()
    {
    }

    /// <summary>The tracker knows the credentials and the place for tickets.</summary>
    /// <param name="Identity">Whom the credentials belong to, as the tracker shows the name.</param>
    /// <param name="Places">The names of the places where tickets would go, such as a project; empty where the tracker has none.</param>
    public sealed record Connected(string Identity, ImmutableArray<string> Places) : TargetCheckOutcome;

    /// <summary>The tracker refused: only a change of the target's settings or credentials helps.</summary>
    /// <param name="Fault">Why.</param>
    public sealed record Refused(ProviderFault Fault) : TargetCheckOutcome;

    /// <summary>The check itself failed; nothing is known.</summary>
    /// <param name="Fault">Why.</param>
    /// <param name="Until">When requests are welcome again, if the tracker said so.</param>
    public sealed record Failed(ProviderFault Fault, DateTimeOffset? Until = null) : TargetCheckOutcome;
}
