using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TicketExport.Portable.Internal;

namespace TicketExport.Portable;

public sealed class PortableBundleTests : IDisposable
{
    private readonly PortableFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    private IPortableBundler Bundler => _fixture.Get<IPortableBundler>();

    [Theory]
    [InlineData(PortableFormat.Csv, ".csv")]
    [InlineData(PortableFormat.Markdown, ".md")]
    [InlineData(PortableFormat.Json, ".json")]
    [InlineData(PortableFormat.JsonLines, ".jsonl")]
    public async Task A_bundle_holds_one_file_per_ticket_and_a_manifest_that_proves_each(PortableFormat format, string extension)
    {
        var tickets = new[] { PortableTickets.One("First one"), PortableTickets.One("Second", "43"), PortableTickets.One("Third: \u00e9", "44") };

        var bundle = await Bundler.WriteFileAsync("Report 12", new() { Format = format }, PortableTickets.Stream(tickets));

        Assert.Equal(("Report-12.zip", 3, 3L), (bundle.RelativePath, bundle.FileCount, bundle.TicketCount));
        var bytes = await File.ReadAllBytesAsync(Path.Combine(_fixture.Folder, bundle.RelativePath!));
        Assert.Equal((bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes))), (bundle.SizeBytes, bundle.Sha256));
        var files = await ReadAsync(bytes);
        Assert.Equal(
            [$"tickets/000001-First-one{extension}", $"tickets/000002-Second{extension}", $"tickets/000003-Third-\u00e9{extension}", "manifest.json"],
            files.Select(static file => file.Name));
        AssertManifest(files, tickets.Length);
        Assert.Equal(await _fixture.BytesAsync(format, tickets[1]), files[1].Content);
    }

    [Fact]
    public async Task Several_tickets_may_share_a_file_and_the_last_one_holds_the_rest()
    {
        using var target = new MemoryStream();

        var bundle = await Bundler.WriteAsync(new() { Format = PortableFormat.Csv, TicketsPerFile = 4 }, PortableTickets.Many(10), target);

        var files = await ReadAsync(target.ToArray());
        Assert.Equal((3, 10L), (bundle.FileCount, bundle.TicketCount));
        Assert.Equal(["tickets/000001-tickets.csv", "tickets/000005-tickets.csv", "tickets/000009-tickets.csv", "manifest.json"], files.Select(static file => file.Name));
        using var manifest = JsonDocument.Parse(files[^1].Content);
        Assert.Equal([4, 4, 2], manifest.RootElement.GetProperty("files").EnumerateArray().Select(static file => file.GetProperty("ticket_count").GetInt32()));
        AssertManifest(files, 10);
    }

    [Fact]
    [Trait("Fault", "F191")]
    public async Task Equal_tickets_give_equal_bytes_into_a_file_and_into_streams_that_seek_or_do_not()
    {
        using var seekable = new MemoryStream();
        using var inner = new MemoryStream();
        using var forward = new CountingStream(inner);

        var first = await Bundler.WriteAsync(new(), PortableTickets.Many(3), seekable);
        var second = await Bundler.WriteAsync(new(), PortableTickets.Many(3), forward);
        var third = await Bundler.WriteFileAsync("x", new(), PortableTickets.Many(3));

        Assert.Equal(seekable.ToArray(), inner.ToArray());
        Assert.Equal((first.Sha256, first.Sha256, seekable.Length), (second.Sha256, third.Sha256, third.SizeBytes));
        Assert.Equal(0, forward.SyncWrites);
    }

    [Fact]
    [Trait("Fault", "F190")]
    public async Task A_bundle_that_was_broken_off_is_not_ended_as_if_it_were_whole()
    {
        var ticket = PortableTickets.One();
        async IAsyncEnumerable<PortableTicket> Failing()
        {
            yield return ticket;
            await Task.Yield();
            throw new InvalidOperationException("the host's own");
        }

        using var target = new MemoryStream();
        await Assert.ThrowsAsync<InvalidOperationException>(() => Bundler.WriteAsync(new(), Failing(), target));

        Assert.InRange(target.Length, 1, long.MaxValue);
        Assert.Throws<InvalidDataException>(() => new ZipArchive(new MemoryStream(target.ToArray()), ZipArchiveMode.Read));
    }

    [Theory]
    [InlineData("../../etc/passwd", "tickets/000001-etc-passwd.md")]
    [InlineData("CON", "tickets/000001-CON.md")]
    [InlineData("a\0b\u202Ec:d", "tickets/000001-a-b-c-d.md")]
    [InlineData("C:\\windows\\x", "tickets/000001-C-windows-x.md")]
    [InlineData("\uD83D\uDE00", "tickets/000001.md")]
    [Trait("Fault", "F182")]
    public async Task A_title_cannot_lead_out_of_the_bundle(string title, string expected)
    {
        using var target = new MemoryStream();
        var ticket = PortableTickets.One();

        await Bundler.WriteAsync(new(), PortableTickets.Stream(ticket with { Document = ticket.Document with { Title = title } }), target);

        Assert.Equal([expected, "manifest.json"], (await ReadAsync(target.ToArray())).Select(static file => file.Name));
    }

    [Fact]
    [Trait("Fault", "F190")]
    public async Task Cancelling_or_failing_in_the_middle_leaves_nothing()
    {
        using var cancellation = new CancellationTokenSource();
        async IAsyncEnumerable<PortableTicket> Cancelling()
        {
            yield return PortableTickets.One();
            await cancellation.CancelAsync();
            yield return PortableTickets.One();
        }

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Bundler.WriteFileAsync("x", new(), Cancelling(), cancellation.Token));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Bundler.WriteFileAsync("x", new(), Failing()));

        Assert.Empty(_fixture.Files);

        static async IAsyncEnumerable<PortableTicket> Failing()
        {
            yield return PortableTickets.One();
            await Task.Yield();
            throw new InvalidOperationException("the host's own");
        }
    }

    [Fact]
    [Trait("Behaviour", "S169")]
    [Trait("Behaviour", "S171")]
    public async Task A_ticket_that_must_not_leave_stops_the_bundle()
    {
        var secret = string.Concat("gh", "p_", "q7Wm2Zr9Lk4Xt1Bv8Ny5Hs3Gd6Jf0PcAeRuT");

        var error = await Assert.ThrowsAsync<TicketExportException>(
            () => Bundler.WriteFileAsync("x", new(), PortableTickets.Stream(PortableTickets.One(), PortableTickets.One(secret, "43"))));

        Assert.Equal(ExportCodes.UnsafeContent, error.Code);
        Assert.Contains("Ticket 2 (report_issue 43)", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, error.Message, StringComparison.Ordinal);
        Assert.Empty(_fixture.Files);
    }

    [Fact]
    public async Task More_files_than_every_program_reads_are_refused_with_the_way_out()
    {
        var zip = await BundleZip.CreateAsync(new CountingStream(Stream.Null), default);
        await using (zip)
        {
            for (var i = 0; i < PortableBundleOptions.MaxFiles; i++)
            {
                await zip.AddAsync($"{i}", PortableFormat.Csv, static (_, _) => Task.FromResult(1L), default);
            }

            var error = await Assert.ThrowsAsync<TicketExportException>(() => zip.AddAsync("x", PortableFormat.Csv, static (_, _) => Task.FromResult(1L), default));

            Assert.Contains("Raise TicketsPerFile", error.Message, StringComparison.Ordinal);
            Assert.Equal(ExportCodes.PortableExportFailed, error.Code);
        }
    }

    [Theory]
    [InlineData(0, PortableFormat.Csv)]
    [InlineData(-1, PortableFormat.Csv)]
    [InlineData(1_000_001, PortableFormat.Csv)]
    [InlineData(1, PortableFormat.Unknown)]
    public async Task Options_out_of_range_are_refused_before_anything_is_written(int perFile, PortableFormat format)
    {
        using var target = new MemoryStream();
        var options = new PortableBundleOptions { Format = format, TicketsPerFile = perFile };

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Bundler.WriteAsync(options, PortableTickets.Many(1), target));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Bundler.WriteFileAsync("x", options, PortableTickets.Many(1)));

        Assert.Equal(0, target.Length);
        Assert.Empty(_fixture.Files);
    }

    [Fact]
    public async Task A_bundle_of_no_tickets_holds_its_manifest()
    {
        using var target = new MemoryStream();

        await Bundler.WriteAsync(new(), PortableTickets.Many(0), target);

        AssertManifest(await ReadAsync(target.ToArray()), 0);
    }

    private static void AssertManifest(List<(string Name, byte[] Content)> files, int tickets)
    {
        using var manifest = JsonDocument.Parse(files[^1].Content);
        var root = manifest.RootElement;
        Assert.Equal(
            ("portable-bundle.v1", "portable-export.v1", "ticket-export.v1", tickets),
            (Text(root, "schema_version"), Text(root, "file_schema_version"), Text(root, "contract_version"), root.GetProperty("ticket_count").GetInt32()));
        Assert.Equal(
            files[..^1].Select(static file => (file.Name, (long)file.Content.Length, Convert.ToHexStringLower(SHA256.HashData(file.Content)))),
            root.GetProperty("files").EnumerateArray().Select(static file => (Text(file, "name"), file.GetProperty("size_bytes").GetInt64(), Text(file, "sha256"))));
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static async Task<List<(string Name, byte[] Content)>> ReadAsync(byte[] bytes)
    {
        var files = new List<(string Name, byte[] Content)>();
        using var zip = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read, leaveOpen: false, Encoding.UTF8);
        foreach (var entry in zip.Entries)
        {
            Assert.Equal(new DateTime(1980, 1, 1, 0, 0, 0, DateTimeKind.Unspecified), entry.LastWriteTime.DateTime);
            using var content = new MemoryStream();
            await using var file = await entry.OpenAsync();
            await file.CopyToAsync(content);
            files.Add((entry.FullName, content.ToArray()));
        }

        return files;
    }
}
