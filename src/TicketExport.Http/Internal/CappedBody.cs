using System.Buffers;

namespace TicketExport.Http.Internal;

internal static class CappedBody
{
    private const int FirstChunk = 4096;

    public static async Task<(byte[] Bytes, TicketHttpBodyEnd End)> ReadAsync(HttpContent content, int cap, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Math.Min(FirstChunk, cap));
        var count = 0;
        var end = TicketHttpBodyEnd.Cut;
        try
        {
            var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            while (true)
            {
                var room = Math.Min(buffer.Length, cap) - count;
                if (room == 0 && count < cap)
                {
                    buffer = Grow(buffer, count);
                    continue;
                }

                // At the cap one further byte tells a body that just fits from one that does not.
                var read = room > 0
                    ? await stream.ReadAsync(buffer.AsMemory(count, room), cancellationToken).ConfigureAwait(false)
                    : await stream.ReadAsync(new byte[1], cancellationToken).ConfigureAwait(false);
                if (read == 0 || room == 0)
                {
                    end = read == 0 ? TicketHttpBodyEnd.Complete : TicketHttpBodyEnd.Capped;
                    break;
                }

                count += read;
            }
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException or OperationCanceledException)
        {
            end = TicketHttpBodyEnd.Cut;
        }

        var bytes = buffer.AsSpan(0, count).ToArray();
        ArrayPool<byte>.Shared.Return(buffer);
        return (bytes, end);
    }

    private static byte[] Grow(byte[] buffer, int count)
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.AsSpan(0, count).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
