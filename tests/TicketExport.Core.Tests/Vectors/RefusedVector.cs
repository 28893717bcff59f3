namespace TicketExport.Vectors;

internal sealed record RefusedVector(string Name, string Input, string Path);
