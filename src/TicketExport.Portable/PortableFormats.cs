using TicketExport.Contract;

namespace TicketExport.Portable;

/// <summary>Chooses the format of a portable file.</summary>
public static class PortableFormats
{
    /// <summary>
    /// The best format for a single export: JSON where a program reads it, which is what the webhook providers deliver to; Markdown where a person
    /// copies it into a tracker. Batches are best as CSV.
    /// </summary>
    /// <param name="providerKey">The provider key of the export's target.</param>
    public static PortableFormat BestFor(string providerKey)
    {
        ArgumentNullException.ThrowIfNull(providerKey);
        return WebhookProviderKeys.All.Contains(providerKey, StringComparer.OrdinalIgnoreCase) ? PortableFormat.Json : PortableFormat.Markdown;
    }
}
