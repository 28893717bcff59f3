using System.Buffers;

namespace TicketExport.Contract.Internal;

/// <summary>Reads a stream into memory, one chunk past the limit at most, so that the reader can say "too big".</summary>
internal static class BoundedStream
{
    private const int ChunkSize = 16 * 1024;

    public static async Task<ReadOnlyMemory<byte>> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var buffer = new ArrayBufferWriter<byte>(ChunkSize);
        while (buffer.WrittenCount <= ContractLimits.JsonBytes)
        {
            var read = await stream.ReadAsync(buffer.GetMemory(ChunkSize)[..ChunkSize], cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                break;
            }

            buffer.Advance(read);
        }

        return buffer.WrittenMemory;
    }
}
