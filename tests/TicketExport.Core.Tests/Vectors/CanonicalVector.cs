namespace TicketExport.Core.Tests.Vectors;

internal sealed record CanonicalVector(string Name, string Input, string Output, string Sha256, string Origin);
