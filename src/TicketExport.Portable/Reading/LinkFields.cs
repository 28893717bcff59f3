namespace TicketExport.Portable.Reading;

/// <summary>The fields of a ticket that tie it to one which a person made of it, as they stand in the file.</summary>
internal sealed record LinkFields
{
    public string? AccountId { get; init; }

    public string? ProjectId { get; init; }

    public string? SourceType { get; init; }

    public string? SourceId { get; init; }

    public string? SourceFingerprint { get; init; }

    public string? ReportId { get; init; }

    public string? TargetId { get; init; }

    /// <summary>The fingerprint that the file gives; <see langword="null"/> where it was taken out.</summary>
    public string? DuplicateFingerprint { get; init; }

    public string? TicketId { get; init; }

    public string? TicketKey { get; init; }

    public string? TicketUrl { get; init; }

    /// <summary>How the format names a field to a reader of problems, by the field's word.</summary>
    public Func<string, string> NameOf { get; init; } = static word => word;

    public bool IsFilledIn => !string.IsNullOrWhiteSpace(TicketId) || !string.IsNullOrWhiteSpace(TicketKey) || !string.IsNullOrWhiteSpace(TicketUrl);
}
