namespace TicketExport.Vectors;

internal sealed record CanonicalJsonVectors(CanonicalVector[] Canonical, RefusedVector[] Refused);
