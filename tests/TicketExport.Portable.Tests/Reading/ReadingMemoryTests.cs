using System.Globalization;

namespace TicketExport.Portable.Reading;

/// <summary>Reading keeps one ticket, whatever the file holds.</summary>
[Collection(RunAlone.Name)]
public sealed class ReadingMemoryTests : IDisposable
{
    private const long Allowance = 4 * 1024 * 1024;

    private readonly PortableFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Theory]
    [InlineData(PortableFormat.Json)]
    [InlineData(PortableFormat.JsonLines)]
    [InlineData(PortableFormat.Csv)]
    [InlineData(PortableFormat.Markdown)]
    [Trait("Fault", "F189")]
    public async Task Memory_does_not_grow_with_the_number_of_tickets(PortableFormat format)
    {
        var small = await PeakAsync(format, 100);
        var large = await PeakAsync(format, 6_000);

        Assert.True(large < small + Allowance, string.Create(CultureInfo.InvariantCulture, $"{small} bytes for 100 tickets, {large} for 6,000"));
    }

    private async Task<long> PeakAsync(PortableFormat format, int count)
    {
        using var file = new MemoryStream();
        await _fixture.Exporter.WriteAsync(format, PortableTickets.Many(count), file);
        file.Position = 0;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var peak = 0L;
        var read = 0;
        await foreach (var result in new PortableReader().ReadAsync(file, null, default))
        {
            Assert.True(result.IsValid, string.Join("; ", result.Problems));
            if (++read % (count / 4) == 0)
            {
                peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true) - before);
            }
        }

        Assert.Equal(count, read);
        return peak;
    }
}
