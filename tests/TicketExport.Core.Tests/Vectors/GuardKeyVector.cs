namespace TicketExport.Core.Tests.Vectors;

internal sealed record GuardKeyVector(string Name, string Fingerprint, string TargetId, string LinkScope, string GuardKey);
