namespace TicketExport.Portable;

[Collection(RunAlone.Name)]
public sealed class PortableMemoryTests : IDisposable
{
    private readonly PortableFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    public static TheoryData<PortableFormat> Formats => [PortableFormat.Csv, PortableFormat.Markdown, PortableFormat.Json, PortableFormat.JsonLines];

    [Theory]
    [MemberData(nameof(Formats))]
    [Trait("Fault", "F189")]
    public async Task A_hundred_thousand_tickets_go_through_in_small_writes_and_constant_memory(PortableFormat format)
    {
        var target = new CountingStream(Stream.Null);
        var (early, late) = (0L, 0L);
        var ticket = PortableTickets.One("Short");
        async IAsyncEnumerable<PortableTicket> Measured()
        {
            for (var i = 0; i < 100_000; i++)
            {
                yield return ticket;
                if (i is 10_000)
                {
                    early = GC.GetTotalMemory(forceFullCollection: true);
                }
            }

            await Task.Yield();
            late = GC.GetTotalMemory(forceFullCollection: true);
            yield return ticket;
        }

        await _fixture.Exporter.WriteAsync(format, Measured(), target);

        Assert.InRange(target.Written, 50_000_000, long.MaxValue);
        Assert.InRange(target.LargestWrite, 1, 128 * 1024);
        Assert.InRange(late - early, long.MinValue, 1024 * 1024);
        Assert.Equal(0, target.SyncWrites);
    }

    [Fact]
    [Trait("Fault", "F189")]
    public async Task A_bundle_keeps_no_more_of_its_files_than_a_line_of_the_list_that_ends_it()
    {
        var (early, late) = (0L, 0L);
        async IAsyncEnumerable<PortableTicket> Measured()
        {
            for (var i = 0; i < 22_000; i++)
            {
                yield return PortableTickets.One("Short", $"{i}");
                if (i is 2_000)
                {
                    early = GC.GetTotalMemory(forceFullCollection: true);
                }
            }

            await Task.Yield();
            late = GC.GetTotalMemory(forceFullCollection: true);
        }

        var target = new CountingStream(Stream.Null);
        await _fixture.Get<IPortableBundler>().WriteAsync(new() { Format = PortableFormat.JsonLines }, Measured(), target);

        Assert.Equal(0, target.SyncWrites);
        Assert.InRange((late - early) / 20_000, 1, 1_000);
    }
}
