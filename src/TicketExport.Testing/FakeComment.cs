namespace TicketExport.Testing;

/// <summary>A comment on a ticket of a <see cref="FakeTracker"/>.</summary>
/// <param name="Id">The id, such as <c>1</c>; unique in its tracker.</param>
/// <param name="Text">The text.</param>
/// <param name="CreatedAt">When the tracker committed it.</param>
public sealed record FakeComment(string Id, string Text, DateTimeOffset CreatedAt);
