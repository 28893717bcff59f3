using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace TicketExport.Providers.Webhook.Internal;

/// <summary>The idempotency key of an operation on a ticket: equal over its deliveries, and another one for every other operation.</summary>
internal static class OperationKey
{
    public static string Of(string operation, params ReadOnlySpan<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (var part in parts)
        {
            // Lengths keep two lists of parts apart that read the same when joined.
            var text = Encoding.UTF8.GetBytes(part);
            BinaryPrimitives.WriteInt32BigEndian(length, text.Length);
            hash.AppendData(length);
            hash.AppendData(text);
        }

        return $"{operation}:{Convert.ToHexStringLower(hash.GetHashAndReset())}";
    }
}
