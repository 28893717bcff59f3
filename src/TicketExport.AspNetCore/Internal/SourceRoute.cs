namespace TicketExport.AspNetCore.Internal;

/// <summary>On an endpoint: the source type that its route stands for.</summary>
/// <param name="SourceType">The type.</param>
internal sealed record SourceRoute(string SourceType);
