using System.Collections.Immutable;
using TicketExport.Portable.Internal;

namespace TicketExport.Portable.Reading;

/// <summary>The columns without which a CSV file is of no use.</summary>
internal sealed record CsvNeeds(ImmutableArray<string> Columns)
{
    /// <summary>To read tickets.</summary>
    public static CsvNeeds Tickets { get; } = new(CsvColumns.Names);

    /// <summary>To link sources to tickets.</summary>
    public static CsvNeeds Links { get; } = new(["source_type", "source_id", "account_id", "project_id", "source_fingerprint"]);
}
