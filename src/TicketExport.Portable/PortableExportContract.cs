namespace TicketExport.Portable;

/// <summary>Names that the portable files fix.</summary>
public static class PortableExportContract
{
    /// <summary>The schema version in every portable file.</summary>
    public const string Version = "portable-export.v1";

    /// <summary>The schema version in the manifest of a bundle.</summary>
    public const string BundleVersion = "portable-bundle.v1";
}
