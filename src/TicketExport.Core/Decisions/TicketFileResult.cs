using TicketExport.Ledger;

namespace TicketExport.Decisions;

/// <summary>What a wish for a file came to, and the next safe step.</summary>
public sealed record TicketFileResult
{
    /// <summary>Whether the file stands and the export is parked.</summary>
    public required bool IsCreated { get; init; }

    /// <summary>The export as it stands now; <see langword="null"/> when the account has none of this id.</summary>
    public ExportRecord? Export { get; init; }

    /// <summary>The format's word (<c>portable_export_format</c>).</summary>
    public string? Format { get; init; }

    /// <summary>The file's opaque path (<c>portable_export_path</c>).</summary>
    public string? Path { get; init; }

    /// <summary>How many tickets the file holds.</summary>
    public long? TicketCount { get; init; }

    /// <summary>The file's size in bytes.</summary>
    public long? SizeBytes { get; init; }

    /// <summary>The SHA-256 of the file: 64 lower-case hexadecimal digits.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Why there is no file, in one word such as <c>not_eligible</c>; <see langword="null"/> when there is one.</summary>
    public string? Refusal { get; init; }

    /// <summary>The stable code, where there is one.</summary>
    public string? Code { get; init; }

    /// <summary>Why there is no file and what to do; <see langword="null"/> when there is one. Holds no secret and no payload.</summary>
    public string? Message { get; init; }

    /// <summary>The next safe step.</summary>
    public NextStep NextStep { get; init; }
}
