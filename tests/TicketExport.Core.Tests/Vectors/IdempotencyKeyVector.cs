namespace TicketExport.Core.Tests.Vectors;

internal sealed record IdempotencyKeyVector(string Name, string Fingerprint, string TargetId, int Generation, string IdempotencyKey);
