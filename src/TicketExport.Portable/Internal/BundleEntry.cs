namespace TicketExport.Portable.Internal;

/// <summary>A file of a bundle, as the manifest lists it.</summary>
internal sealed record BundleEntry(string Name, PortableFormat Format, long TicketCount, long SizeBytes, string Sha256);
