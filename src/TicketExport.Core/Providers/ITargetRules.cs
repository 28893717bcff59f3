using System.Collections.Immutable;

namespace TicketExport.Providers;

/// <summary>An ability of a provider: to say, without a network, what a target's settings lack.</summary>
/// <remarks>Asked at start for every configured target, and before each export. Pure and thread-safe.</remarks>
public interface ITargetRules
{
    /// <summary>Names every problem at once.</summary>
    /// <param name="target">The target.</param>
    /// <param name="credential">The target's secrets; empty when it has none.</param>
    /// <returns>The problems; empty when the target can be used.</returns>
    ImmutableArray<TargetProblem> Check(TicketTarget target, TicketCredential credential);
}
