namespace TicketExport;

/// <summary>The identity of a host's record: <c>source_type</c> and <c>source_id</c>.</summary>
/// <param name="Type">The kind of record, such as <c>report_issue</c>.</param>
/// <param name="Id">The record's id in the host.</param>
public readonly record struct SourceKey(string Type, string Id);
