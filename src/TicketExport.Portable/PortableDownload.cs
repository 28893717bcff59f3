using System.Diagnostics.CodeAnalysis;
using TicketExport.Ledger;

namespace TicketExport.Portable;

/// <summary>The file of an export, opened for a download, or why there is none. Dispose it after use.</summary>
public sealed record PortableDownload : IAsyncDisposable
{
    /// <summary>What came of it.</summary>
    public required PortableDownloadOutcome Outcome { get; init; }

    /// <summary>Whether there is a file.</summary>
    [MemberNotNullWhen(true, nameof(Content), nameof(FileName), nameof(Export))]
    public bool IsOpen => Outcome == PortableDownloadOutcome.Opened;

    /// <summary>The content; <see langword="null"/> unless the outcome is <see cref="PortableDownloadOutcome.Opened"/>.</summary>
    public Stream? Content { get; init; }

    /// <summary>A name for the file at the reader's: letters, digits, <c>-</c>, <c>_</c> and dots.</summary>
    public string? FileName { get; init; }

    /// <summary>The media type, for an answer over HTTP; send it with <c>X-Content-Type-Options: nosniff</c> and as an attachment.</summary>
    public string MediaType { get; init; } = "application/octet-stream";

    /// <summary>The export, unchanged by the download; <see langword="null"/> when there is none.</summary>
    public ExportRecord? Export { get; init; }

    /// <summary>Why there is no file and what to do; <see langword="null"/> when there is one.</summary>
    public string? Message { get; init; }

    /// <summary>The next safe step.</summary>
    public NextStep NextStep { get; init; }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Content?.DisposeAsync() ?? ValueTask.CompletedTask;
}
