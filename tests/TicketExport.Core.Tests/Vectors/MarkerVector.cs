namespace TicketExport.Vectors;

internal sealed record MarkerVector(string Name, string Fingerprint, int Generation, string Marker);
