using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace TicketExport.Portable;

public sealed class PortableExporterTests : IDisposable
{
    private readonly PortableFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Theory]
    [InlineData(PortableFormat.Csv, "findings.csv")]
    [InlineData(PortableFormat.Markdown, "findings.md")]
    [InlineData(PortableFormat.Json, "findings.json")]
    [InlineData(PortableFormat.JsonLines, "findings.jsonl")]
    [Trait("Behaviour", "S132")]
    [Trait("Behaviour", "S133")]
    [Trait("Behaviour", "S134")]
    [Trait("Behaviour", "S153")]
    public async Task A_file_is_written_and_described(PortableFormat format, string name)
    {
        var file = await _fixture.Exporter.WriteFileAsync(format, "findings", PortableTickets.Many(3));

        var bytes = await File.ReadAllBytesAsync(_fixture.PathOf(file));
        Assert.Equal(name, file.RelativePath);
        Assert.Equal(format, file.Format);
        Assert.Equal(3, file.TicketCount);
        Assert.Equal(bytes.Length, file.SizeBytes);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), file.Sha256);
        Assert.Equal([name], _fixture.Files);
    }

    [Theory]
    [InlineData(PortableFormat.Csv)]
    [InlineData(PortableFormat.Markdown)]
    [InlineData(PortableFormat.Json)]
    [InlineData(PortableFormat.JsonLines)]
    [Trait("Fault", "F190")]
    public async Task Cancelling_in_the_middle_leaves_nothing(PortableFormat format)
    {
        using var cancellation = new CancellationTokenSource();
        async IAsyncEnumerable<PortableTicket> Cancelling()
        {
            await foreach (var ticket in PortableTickets.Many(2_000))
            {
                yield return ticket;
            }

            await cancellation.CancelAsync();
            yield return PortableTickets.One();
        }

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _fixture.Exporter.WriteFileAsync(format, "x", Cancelling(), cancellation.Token));

        Assert.Empty(_fixture.Files);
    }

    [Fact]
    [Trait("Fault", "F190")]
    public async Task A_failing_source_of_tickets_leaves_nothing_and_keeps_its_own_error()
    {
        async IAsyncEnumerable<PortableTicket> Failing()
        {
            await foreach (var ticket in PortableTickets.Many(2_000))
            {
                yield return ticket;
            }

            throw new IOException("the host's own");
        }

        var error = await Assert.ThrowsAsync<IOException>(() => _fixture.Exporter.WriteFileAsync(PortableFormat.Json, "x", Failing()));

        Assert.Equal("the host's own", error.Message);
        Assert.Empty(_fixture.Files);
    }

    [Fact]
    [Trait("Fault", "F190")]
    public async Task No_file_stands_under_the_name_while_it_is_written()
    {
        async IAsyncEnumerable<PortableTicket> Watching()
        {
            await foreach (var ticket in PortableTickets.Many(2_000))
            {
                yield return ticket;
            }

            Assert.All(_fixture.Files, name => Assert.EndsWith(".tmp", name, StringComparison.Ordinal));
        }

        await _fixture.Exporter.WriteFileAsync(PortableFormat.Csv, "x", Watching());

        Assert.Equal(["x.csv"], _fixture.Files);
    }

    [Fact]
    public async Task An_existing_file_is_never_overwritten()
    {
        var first = await _fixture.Exporter.WriteFileAsync(PortableFormat.Json, "x", PortableTickets.Many(1));

        var error = await Assert.ThrowsAsync<TicketExportException>(() => _fixture.Exporter.WriteFileAsync(PortableFormat.Json, "x", PortableTickets.Many(2)));

        Assert.Contains("PORTABLE_EXPORT_FAILED", error.Message, StringComparison.Ordinal);
        Assert.Contains("'x.json' exists already", error.Message, StringComparison.Ordinal);
        Assert.Equal(first.SizeBytes, new FileInfo(_fixture.PathOf(first)).Length);
        Assert.Equal(["x.json"], _fixture.Files);
    }

    [Fact]
    public async Task A_name_taken_while_writing_is_not_overwritten()
    {
        async IAsyncEnumerable<PortableTicket> Racing()
        {
            yield return PortableTickets.One();
            await File.WriteAllTextAsync(Path.Combine(_fixture.Folder, "x.json"), "other");
        }

        await Assert.ThrowsAsync<TicketExportException>(() => _fixture.Exporter.WriteFileAsync(PortableFormat.Json, "x", Racing()));

        Assert.Equal("other", await File.ReadAllTextAsync(Path.Combine(_fixture.Folder, "x.json")));
        Assert.Equal(["x.json"], _fixture.Files);
    }

    [Fact]
    [Trait("Fault", "F182")]
    public async Task A_link_at_the_name_is_not_followed()
    {
        var outside = Path.Combine(_fixture.Folder, "outside.txt");
        File.CreateSymbolicLink(Path.Combine(_fixture.Folder, "x.json"), outside);

        await Assert.ThrowsAsync<TicketExportException>(() => _fixture.Exporter.WriteFileAsync(PortableFormat.Json, "x", PortableTickets.Many(1)));

        Assert.False(File.Exists(outside));
        Assert.Equal(["x.json"], _fixture.Files);
    }

    [Fact]
    public async Task A_folder_that_refuses_files_is_named_with_the_fix()
    {
        // A file in the place of the folder refuses every user, root as well.
        var file = Path.Combine(_fixture.Folder, "occupied");
        await File.WriteAllTextAsync(file, "");
        using var fixture = new PortableFixture(options => options.Folder = Path.Combine(file, "below"));

        var error = await Assert.ThrowsAsync<TicketExportException>(() => fixture.Exporter.WriteFileAsync(PortableFormat.Csv, "x", PortableTickets.Many(1)));

        Assert.StartsWith("PORTABLE_EXPORT_FAILED: the folder for portable files cannot be written to", error.Message, StringComparison.Ordinal);
        Assert.Contains("TicketExport:Portable:Folder", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(_fixture.Folder, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_folder_setting_is_named_with_the_fix()
    {
        using var fixture = new PortableFixture(options => options.Folder = null);

        var error = await Assert.ThrowsAsync<TicketExportException>(() => fixture.Exporter.WriteFileAsync(PortableFormat.Csv, "x", PortableTickets.Many(1)));

        Assert.Contains("Set TicketExport:Portable:Folder", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_format_is_refused()
    {
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => _fixture.Exporter.WriteFileAsync(PortableFormat.Unknown, "x", PortableTickets.Many(1)));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => _fixture.Exporter.WriteAsync(PortableFormat.Unknown, PortableTickets.Many(1), Stream.Null));
    }

    [Fact]
    public async Task A_delimiter_that_is_none_is_refused()
    {
        using var fixture = new PortableFixture(options => options.CsvDelimiter = 'a');

        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => fixture.Exporter.WriteAsync(PortableFormat.Csv, PortableTickets.Many(1), Stream.Null));

        Assert.Contains("TicketExport:Portable:CsvDelimiter", error.Message, StringComparison.Ordinal);
    }
}
