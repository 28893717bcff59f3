namespace TicketExport.Contract;

/// <summary>Upper limits of the contract. Lengths are UTF-16 code units, as <see cref="string.Length"/> counts them.</summary>
/// <remarks>A tracker's own limits are smaller and are applied when the ticket is rendered for it.</remarks>
public static class ContractLimits
{
    /// <summary>Longest id.</summary>
    public const int IdLength = 256;

    /// <summary>Longest name: source type, category, status, evidence type, provider key.</summary>
    public const int NameLength = 128;

    /// <summary>Longest source fingerprint.</summary>
    public const int FingerprintLength = 512;

    /// <summary>Longest title.</summary>
    public const int TitleLength = 1_000;

    /// <summary>Longest running text: summary, business impact, remediation snippet.</summary>
    public const int TextLength = 100_000;

    /// <summary>Longest single step, criterion, hint or label of a link.</summary>
    public const int LineLength = 10_000;

    /// <summary>Longest label, assignee or external key.</summary>
    public const int LabelLength = 255;

    /// <summary>Longest address.</summary>
    public const int UrlLength = 2_048;

    /// <summary>Most entries in a list of a document.</summary>
    public const int ListCount = 500;

    /// <summary>Most bytes of a document's or an envelope's JSON.</summary>
    public const int JsonBytes = 4 * 1024 * 1024;
}
