namespace TicketExport.Core.Tests.Vectors;

internal sealed record RefusedVector(string Name, string Input, string Path);
