namespace TicketExport.Core.Tests.Vectors;

internal sealed record IdentityVectors(
    FingerprintVector[] Fingerprints,
    IdempotencyKeyVector[] IdempotencyKeys,
    MarkerVector[] Markers,
    GuardKeyVector[] GuardKeys);
