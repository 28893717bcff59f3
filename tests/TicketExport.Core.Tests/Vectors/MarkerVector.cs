namespace TicketExport.Core.Tests.Vectors;

internal sealed record MarkerVector(string Name, string Fingerprint, int Generation, string Marker);
