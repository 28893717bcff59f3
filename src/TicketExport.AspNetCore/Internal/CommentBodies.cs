using TicketExport.AspNetCore.Protocol;
using TicketExport.Comments;
using TicketExport.Providers;

namespace TicketExport.AspNetCore.Internal;

/// <summary>Writes comments as bodies. Pure.</summary>
internal static class CommentBodies
{
    public static CommentBody Of(ThreadComment comment) => new()
    {
        CommentId = comment.CommentId,
        Source = comment.Origin,
        Author = comment.Author,
        Body = comment.Text,
        WrittenAt = comment.WrittenAt,
        EditedAt = comment.EditedAt,
        IsDeleted = comment.IsDeleted,
        IsPrivate = comment.IsPrivate,
        ExternalCommentId = comment.ExternalCommentId,
        Delivery = comment.Delivery,
        RetryAt = comment.RetryAt,
        Failure = ExportBodies.Of(comment.Failure),
    };

    public static EchoBody? Of(ExternalComment? echo) => echo is null ? null : new()
    {
        ExternalCommentId = echo.CommentId,
        Author = echo.Author,
        Body = echo.Text,
        WrittenAt = echo.WrittenAt,
    };
}
