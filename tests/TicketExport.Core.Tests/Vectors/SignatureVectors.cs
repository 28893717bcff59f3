namespace TicketExport.Vectors;

internal sealed record SignatureVectors(SignatureVector[] Export, SignatureVector[] TicketSync);
