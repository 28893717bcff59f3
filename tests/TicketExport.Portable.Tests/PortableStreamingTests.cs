using System.IO.Pipelines;

namespace TicketExport.Portable;

public sealed class PortableStreamingTests : IDisposable
{
    private readonly PortableFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    public static TheoryData<PortableFormat> Formats => [PortableFormat.Csv, PortableFormat.Markdown, PortableFormat.Json, PortableFormat.JsonLines];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_pipe_gets_the_bytes_of_the_stream_at_its_readers_speed_and_stays_open(PortableFormat format)
    {
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 4_096, resumeWriterThreshold: 1_024));
        var tickets = Enumerable.Range(0, 50).Select(static i => PortableTickets.One(id: $"{i}")).ToArray();
        var reading = ReadAsync(pipe.Reader);

        await _fixture.Exporter.WriteAsync(format, PortableTickets.Stream(tickets), pipe.Writer);
        await pipe.Writer.WriteAsync("end"u8.ToArray());
        await pipe.Writer.CompleteAsync();

        byte[] expected = [.. await _fixture.BytesAsync(format, tickets), (byte)'e', (byte)'n', (byte)'d'];
        Assert.Equal(expected, await reading);
    }

    [Theory]
    [InlineData(0, 3, new long[] { 0 })]
    [InlineData(2, 3, new long[] { 2 })]
    [InlineData(3, 3, new long[] { 3 })]
    [InlineData(7, 3, new long[] { 3, 6, 7 })]
    public async Task Progress_is_told_after_every_so_many_and_at_the_end(int tickets, int every, long[] expected)
    {
        var heard = new Heard();

        await _fixture.Exporter.WriteFileAsync(PortableFormat.JsonLines, "x", PortableTickets.Many(tickets).WithProgress(heard, every));

        Assert.Equal(expected, heard.Counts);
    }

    [Fact]
    public async Task Progress_reaches_the_host_before_the_file_stands_and_passes_its_cancellation_on()
    {
        using var cancellation = new CancellationTokenSource();
        var heard = new Heard { OnReport = _ => cancellation.Cancel() };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => _fixture.Exporter.WriteFileAsync(PortableFormat.Csv, "x", PortableTickets.Many(10).WithProgress(heard, 5), cancellation.Token));

        Assert.Equal([5L], heard.Counts.Take(1));
        Assert.Empty(_fixture.Files);
        Assert.Throws<ArgumentOutOfRangeException>(() => PortableTickets.Many(1).WithProgress(heard, 0));
    }

    private static async Task<byte[]> ReadAsync(PipeReader reader)
    {
        using var content = new MemoryStream();
        await reader.CopyToAsync(content);
        return content.ToArray();
    }

    private sealed class Heard : IProgress<long>
    {
        public List<long> Counts { get; } = [];

        public Action<long>? OnReport { get; init; }

        public void Report(long value)
        {
            Counts.Add(value);
            OnReport?.Invoke(value);
        }
    }
}
