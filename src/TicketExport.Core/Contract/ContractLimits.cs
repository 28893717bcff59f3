namespace TicketExport.Contract;

/// <summary>Upper limits of the contract. Lengths are UTF-16 code units, as <see cref="string.Length"/> counts them.</summary>
/// <remarks>A tracker's own limits are smaller and are applied when the ticket is rendered for it.</remarks>
public static class ContractLimits
{
    /// <summary>Longest id or idempotency key.</summary>
    public const int IdLength = 256;

    /// <summary>Longest source type.</summary>
    public const int SourceTypeLength = 64;

    /// <summary>Longest name: category, status, evidence type, provider key, header, format, section.</summary>
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

    /// <summary>Longest rendered body.</summary>
    public const int BodyLength = 1_000_000;

    /// <summary>Longest nonce of a delivery.</summary>
    public const int NonceLength = 128;

    /// <summary>Most digits of a delivery's timestamp.</summary>
    public const int TimestampDigits = 12;

    /// <summary>Most entries in a list.</summary>
    public const int ListCount = 500;

    /// <summary>Most bytes of a document's or an envelope's JSON, as it is read and as this library writes it.</summary>
    public const int JsonBytes = 4 * 1024 * 1024;

    /// <summary>Deepest nesting of JSON that is read, members outside the contract included.</summary>
    public const int JsonDepth = 32;
}
