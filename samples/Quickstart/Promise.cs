namespace TicketExport.Samples.Quickstart;

/// <summary>One thing that must hold for the run to succeed.</summary>
/// <param name="Text">The promise.</param>
/// <param name="Held">Whether it held.</param>
/// <param name="Evidence">What was counted, and by whom.</param>
internal sealed record Promise(string Text, bool Held, string Evidence);
