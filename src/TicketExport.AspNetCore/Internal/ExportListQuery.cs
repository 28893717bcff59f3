using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using TicketExport.Ledger;

namespace TicketExport.AspNetCore.Internal;

/// <summary>What a list of exports is asked for.</summary>
internal sealed class ExportListQuery
{
    /// <summary>Statuses, parted by commas.</summary>
    [FromQuery(Name = "status")]
    public string? Status { get; set; }

    [FromQuery(Name = "target")]
    public string? Target { get; set; }

    [FromQuery(Name = "source_type")]
    public string? SourceType { get; set; }

    [FromQuery(Name = "created_from")]
    public string? CreatedFrom { get; set; }

    [FromQuery(Name = "created_before")]
    public string? CreatedBefore { get; set; }

    [FromQuery(Name = "limit")]
    public string? Limit { get; set; }

    [FromQuery(Name = "cursor")]
    public string? Cursor { get; set; }

    public (ExportFilter? Filter, ApiAnswer? Problem) ToFilter(string accountId)
    {
        var words = Status?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        ImmutableArray<ExportStatus?> statuses = [.. words.Select(Words.StatusOf)];
        if (statuses.Contains(null))
        {
            return (null, Problems.Invalid("?status", "one_of", $"Use {Words.AllStatuses}, parted by commas."));
        }

        var (from, before) = (Instant(CreatedFrom), Instant(CreatedBefore));
        if ((CreatedFrom is not null && from is null) || (CreatedBefore is not null && before is null))
        {
            return (null, Problems.Invalid(from is null && CreatedFrom is not null ? "?created_from" : "?created_before", "format", "Use an instant such as 2026-11-23T10:00:00Z."));
        }

        return (Target is not null && !LedgerWords.CanBeId(Target)) || (SourceType is not null && !LedgerWords.CanBeId(SourceType))
            ? (null, Problems.Invalid(Target is not null && !LedgerWords.CanBeId(Target) ? "?target" : "?source_type", "format", "This cannot be an id."))
            : (new ExportFilter
            {
                AccountId = accountId,
                Statuses = [.. statuses.Select(static status => status!.Value)],
                TargetId = Target,
                SourceType = SourceType,
                CreatedFrom = from,
                CreatedBefore = before,
            }, null);
    }

    private static DateTimeOffset? Instant(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at : null;
}
