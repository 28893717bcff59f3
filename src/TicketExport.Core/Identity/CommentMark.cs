using System.Security.Cryptography;
using System.Text;

namespace TicketExport.Identity;

/// <summary>The mark by which a comment of ours is known again at a tracker that takes no id of ours.</summary>
public static class CommentMark
{
    /// <summary>What every mark begins with.</summary>
    public const string Prefix = "ticketexport-comment-";

    /// <summary>The mark of a comment: the prefix and 64 hexadecimal digits in lower case. The id is hashed, since it may hold anything.</summary>
    /// <param name="commentId">The host's id of the comment.</param>
    /// <exception cref="ArgumentNullException"><paramref name="commentId"/> is <see langword="null"/>.</exception>
    public static string Of(string commentId)
    {
        ArgumentNullException.ThrowIfNull(commentId);
        return Prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(commentId)));
    }
}
