namespace TicketExport;

/// <summary>What all targets of one provider share: <c>TicketExport:ProviderDefaults:&lt;provider&gt;</c>.</summary>
public sealed class ProviderDefaultsOptions
{
    /// <summary>Settings for every target that does not set them itself.</summary>
    public IDictionary<string, string> Settings { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
}
