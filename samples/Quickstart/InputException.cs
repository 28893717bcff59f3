namespace TicketExport.Samples.Quickstart;

/// <summary>The input or a switch cannot be used. The message names the thing and the fix, and is meant for the user.</summary>
internal sealed class InputException(string message) : Exception(message);
