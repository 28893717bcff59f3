namespace TicketExport.Providers;

/// <summary>A value that a field takes.</summary>
/// <param name="Id">The tracker's id of the value; what a setting best holds.</param>
/// <param name="Name">The name that people read; untrusted text.</param>
public sealed record TargetFieldValue(string Id, string Name);
