using TicketExport.Ledger;
using TicketExport.Review;

namespace TicketExport.Portable;

/// <summary>What a wish for a portable file came to, and the next safe step.</summary>
public sealed record PortableFallbackResult
{
    /// <summary>What came of it.</summary>
    public required PortableFallbackOutcome Outcome { get; init; }

    /// <summary>The file; <see langword="null"/> unless the outcome is <see cref="PortableFallbackOutcome.Created"/>.</summary>
    public PortableFile? File { get; init; }

    /// <summary>Why the file has its format; <see cref="PortableFormatReason.Unknown"/> when there is none.</summary>
    public PortableFormatReason FormatReason { get; init; }

    /// <summary>Why a file took the place of the ticket; <see cref="FallbackReason.None"/> when none did.</summary>
    public FallbackReason Reason { get; init; }

    /// <summary>The export as it stands now; <see langword="null"/> when there is none.</summary>
    public ExportRecord? Export { get; init; }

    /// <summary>The stable code, where there is one: <see cref="ExportCodes.PortableExportFailed"/>, <see cref="ExportCodes.UnsafeContent"/> or <see cref="ExportCodes.Duplicate"/>.</summary>
    public string? Code { get; init; }

    /// <summary>Why there is no file and what to do; <see langword="null"/> when there is one. Holds no secret and no payload.</summary>
    public string? Message { get; init; }

    /// <summary>The next safe step.</summary>
    public NextStep NextStep { get; init; }
}
