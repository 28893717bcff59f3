namespace TicketExport.Portable;

/// <summary>Which format a portable file gets, and why.</summary>
/// <param name="Format">The format; never <see cref="PortableFormat.Unknown"/>.</param>
/// <param name="Reason">Why.</param>
public sealed record PortableFormatChoice(PortableFormat Format, PortableFormatReason Reason);
