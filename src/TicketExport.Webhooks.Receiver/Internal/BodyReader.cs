using System.Buffers;

namespace TicketExport.Webhooks.Receiver.Internal;

/// <summary>Reads a body to its end or until it is too big. What the sender declared is never allocated on trust.</summary>
internal static class BodyReader
{
    private const int ChunkSize = 16 * 1024;

    /// <summary>Gives the body; <see langword="null"/> where it is larger than the limit.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(Stream stream, int limit, CancellationToken cancellationToken)
    {
        var buffer = new ArrayBufferWriter<byte>(ChunkSize);
        while (buffer.WrittenCount <= limit)
        {
            var read = await stream.ReadAsync(buffer.GetMemory(ChunkSize)[..ChunkSize], cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                return buffer.WrittenMemory;
            }

            buffer.Advance(read);
        }

        return null;
    }
}
