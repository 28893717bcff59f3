namespace TicketExport.Providers;

/// <summary>A comment that was written at the tracker.</summary>
/// <param name="CommentId">The tracker's id of the comment (<c>external_comment_id</c>).</param>
/// <param name="Author">Who wrote it, as the tracker shows the name.</param>
/// <param name="Text">The comment, as plain text.</param>
/// <param name="WrittenAt">When it was written.</param>
public sealed record ExternalComment(string CommentId, string Author, string Text, DateTimeOffset WrittenAt);
