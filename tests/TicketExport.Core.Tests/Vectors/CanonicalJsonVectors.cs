namespace TicketExport.Core.Tests.Vectors;

internal sealed record CanonicalJsonVectors(CanonicalVector[] Canonical, RefusedVector[] Refused);
