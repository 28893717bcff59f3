namespace TicketExport.Testing.Internal;

/// <summary>An entry of a record's journals.</summary>
internal sealed record FakeServiceNowEntry(string SysId, string Element, string Value, string CreatedBy, DateTimeOffset CreatedAt);
