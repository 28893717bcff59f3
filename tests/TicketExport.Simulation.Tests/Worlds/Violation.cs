namespace TicketExport.Simulation.Tests.Worlds;

/// <summary>A promise that a world saw broken.</summary>
/// <param name="Oracle">Which one: I1 to I6, or <c>worker</c> for an exception that nobody expected.</param>
/// <param name="What">What was seen.</param>
internal sealed record Violation(string Oracle, string What)
{
    public override string ToString() => $"{Oracle}: {What}";
}
