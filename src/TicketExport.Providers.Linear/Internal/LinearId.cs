using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using TicketExport.Identity;

namespace TicketExport.Providers.Linear.Internal;

/// <summary>The ids that we choose: UUIDs of version 4 in lower case, equal for equal wishes.</summary>
internal static class LinearId
{
    private const byte Version = 0x40;
    private const byte Variant = 0x80;

    // The workspace is part of it, as Linear does not say whether an id may stand in two of them. The team is not: an
    // export whose target was given another team in between would become a second issue.
    public static string OfIssue(string organizationId, IdempotencyKey key) => Derive("issue", organizationId, key.Value);

    public static string OfComment(string issueId, string commentId) => Derive("comment", issueId, commentId);

    public static string OfLabel(string teamId, string name) => Derive("label", teamId, name);

    private static string Derive(string kind, string scope, string key)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in new[] { "ticketexport.linear.v1", kind, scope, key })
        {
            Append(hash, part);
        }

        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(digest);
        digest[6] = (byte)((digest[6] & 0x0F) | Version);
        digest[8] = (byte)((digest[8] & 0x3F) | Variant);
        return new Guid(digest[..16], bigEndian: true).ToString("D");
    }

    // With its length before it, no part can pass for the end of another.
    private static void Append(IncrementalHash hash, string part)
    {
        var bytes = Encoding.UTF8.GetBytes(part);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
