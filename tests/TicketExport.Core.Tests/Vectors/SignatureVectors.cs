namespace TicketExport.Core.Tests.Vectors;

internal sealed record SignatureVectors(SignatureVector[] Export, SignatureVector[] TicketSync, StandardWebhookVector[] StandardWebhooks);
