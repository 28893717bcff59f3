using TicketExport.Ledger;

namespace TicketExport.Pipeline;

/// <summary>How often and how long an export is tried. Pure.</summary>
internal static class RetryBudget
{
    /// <summary>Whether an attempt that fails now is the last one.</summary>
    /// <param name="export">The export as its claim found it: without the attempt that fails now.</param>
    /// <param name="options">The limits.</param>
    /// <param name="now">The time.</param>
    public static bool IsSpent(ExportRecord export, TicketExportOptions options, DateTimeOffset now) =>
        export.FailedTries + 1 >= options.MaxAttempts || now - export.ApprovedAt >= options.MaxRetryAge;
}
