namespace TicketExport.Portable.Internal;

/// <summary>Which file to write.</summary>
/// <param name="Format">The format.</param>
/// <param name="FileName">The name in the store, used as it stands.</param>
/// <param name="CanReplace">Whether a file of that name is replaced; it stays whole until the new one is.</param>
internal sealed record PortableFileSpec(PortableFormat Format, string FileName, bool CanReplace);
