namespace TicketExport.Benchmarks.Probes;

/// <summary>One way to do the same work.</summary>
/// <param name="Name">The row's name.</param>
/// <param name="Exports">How many exports one run does.</param>
/// <param name="Run">What is measured.</param>
/// <param name="Prepare">What comes before it and is not.</param>
internal sealed record Variant(string Name, int Exports, Func<Task> Run, Func<Task>? Prepare = null);
