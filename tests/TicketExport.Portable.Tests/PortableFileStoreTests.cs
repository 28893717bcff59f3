using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace TicketExport.Portable;

public sealed class PortableFileStoreTests : IDisposable
{
    private readonly PortableFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    public static TheoryData<PortableFormat> Formats => [PortableFormat.Csv, PortableFormat.Markdown, PortableFormat.Json, PortableFormat.JsonLines];

    [Theory]
    [MemberData(nameof(Formats))]
    [Trait("Fault", "F190")]
    public async Task Storage_that_is_full_is_named_and_keeps_nothing(PortableFormat format)
    {
        var store = new MemoryStore { Room = 100_000 };
        using var fixture = new PortableFixture(add: services => services.AddSingleton<IPortableFileStore>(store));

        var error = await Assert.ThrowsAsync<TicketExportException>(() => fixture.Exporter.WriteFileAsync(format, "x", PortableTickets.Many(2_000)));

        Assert.Equal(ExportCodes.PortableExportFailed, error.Code);
        Assert.StartsWith("PORTABLE_EXPORT_FAILED: the file 'x", error.Message, StringComparison.Ordinal);
        Assert.Empty(store.Files);
        Assert.Empty(_fixture.Files);
    }

    [Fact]
    [Trait("Fault", "F190")]
    public async Task A_disk_that_is_full_is_named_and_nothing_is_left_on_it()
    {
        using var disk = SmallDisk.TryMount(_fixture.Folder);
        if (disk is null)
        {
            // Only root may mount; the test above proves the same over a stream without room.
            Console.Error.WriteLine("SKIPPED: no tmpfs could be mounted, so no real disk was filled.");
            return;
        }

        using var fixture = new PortableFixture(options => options.Folder = disk.Folder);
        var small = await fixture.Exporter.WriteFileAsync(PortableFormat.JsonLines, "small", PortableTickets.Many(10));

        var error = await Assert.ThrowsAsync<TicketExportException>(() => fixture.Exporter.WriteFileAsync(PortableFormat.JsonLines, "large", PortableTickets.Many(2_000)));

        Assert.Equal(ExportCodes.PortableExportFailed, error.Code);
        Assert.Equal([small.RelativePath], Directory.EnumerateFileSystemEntries(disk.Folder).Select(Path.GetFileName));
        Assert.Equal(small.SizeBytes, new FileInfo(Path.Combine(disk.Folder, small.RelativePath)).Length);
        var again = await fixture.Exporter.WriteFileAsync(PortableFormat.JsonLines, "again", PortableTickets.Many(10));
        Assert.Equal(small.Sha256, again.Sha256);
    }

    [Fact]
    [Trait("Fault", "F190")]
    public async Task A_folder_that_may_only_be_read_is_named_and_stays_as_it_is()
    {
        using var disk = SmallDisk.TryMount(_fixture.Folder);
        if (disk is null || !disk.TryMakeReadOnly())
        {
            Console.Error.WriteLine("SKIPPED: no tmpfs could be mounted read-only.");
            return;
        }

        using var fixture = new PortableFixture(options => options.Folder = disk.Folder);

        var error = await Assert.ThrowsAsync<TicketExportException>(() => fixture.Exporter.WriteFileAsync(PortableFormat.Csv, "x", PortableTickets.Many(1)));

        Assert.StartsWith("PORTABLE_EXPORT_FAILED: the folder for portable files cannot be written to", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(disk.Folder, error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(disk.Folder));
    }

    [Fact]
    public async Task A_host_keeps_files_where_it_likes_and_gives_them_back_under_the_stored_path()
    {
        var store = new MemoryStore();
        using var fixture = new PortableFixture(options => options.Folder = null, add: services => services.AddSingleton<IPortableFileStore>(store));

        var file = await fixture.Exporter.WriteFileAsync(PortableFormat.Json, "Report 12", PortableTickets.Many(2));
        var bundle = await fixture.Get<IPortableBundler>().WriteFileAsync("Report 12", new(), PortableTickets.Many(2));

        Assert.Equal(["Report-12.json", "Report-12.zip"], store.Files.Keys.Order());
        Assert.Equal((file.SizeBytes, bundle.SizeBytes), (store.Files[file.RelativePath].Length, store.Files[bundle.RelativePath!].Length));
        Assert.Empty(_fixture.Files);
    }

    [Fact]
    public async Task A_fallback_goes_through_the_hosts_store_and_comes_back_from_it()
    {
        var store = new MemoryStore();
        using var fixture = new PortableFixture(options => options.Folder = null, add: services => services.AddSingleton<IPortableFileStore>(store));
        var export = new OneExport();
        var fallback = export.FallbackOver(fixture);

        var made = await fallback.CreateFileAsync(new() { AccountId = "456", ExportId = "e1", By = new("ann", "gone") }, default);
        await using var download = await fallback.OpenReadAsync("456", "e1", default);

        Assert.Equal((PortableDownloadOutcome.Opened, store.Files.Keys.Single()), (download.Outcome, made.File!.RelativePath));
        Assert.Equal(made.File.SizeBytes, download.Content!.Length);
    }

    [Fact]
    public async Task A_source_of_tickets_that_fails_as_a_disk_does_keeps_its_own_error()
    {
        using var fixture = new PortableFixture(add: static services => services.AddSingleton<IPortableFileStore>(new MemoryStore()));

        var error = await Assert.ThrowsAsync<UnauthorizedAccessException>(() => fixture.Exporter.WriteFileAsync(PortableFormat.Csv, "x", Failing()));

        Assert.Equal("the host's own", error.Message);

        static async IAsyncEnumerable<PortableTicket> Failing()
        {
            yield return PortableTickets.One();
            await Task.Yield();
            throw new UnauthorizedAccessException("the host's own");
        }
    }

    [Theory]
    [InlineData("../x.csv")]
    [InlineData("x")]
    [InlineData("NUL.csv")]
    [InlineData("a/b.csv")]
    [Trait("Fault", "F182")]
    public async Task The_folder_keeps_no_file_under_a_path_that_is_not_its_own(string path)
    {
        var store = _fixture.Get<IPortableFileStore>();

        await Assert.ThrowsAsync<ArgumentException>(() => store.WriteAsync(path, true, static (_, _) => Task.CompletedTask, default));
        await Assert.ThrowsAsync<ArgumentException>(() => store.DeleteAsync(path, default));

        Assert.Empty(_fixture.Files);
    }

    private sealed class MemoryStore : IPortableFileStore
    {
        public Dictionary<string, byte[]> Files { get; } = [];

        public long Room { get; init; } = long.MaxValue;

        public async Task WriteAsync(string path, bool canReplace, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
        {
            using var content = new MemoryStream();
            await using var limited = new CountingStream(content, Room);
            await write(limited, cancellationToken);
            Files[path] = content.ToArray();
        }

        public Task<Stream?> OpenReadAsync(string path, CancellationToken cancellationToken) =>
            Task.FromResult<Stream?>(Files.TryGetValue(path, out var content) ? new MemoryStream(content) : null);

        public Task DeleteAsync(string path, CancellationToken cancellationToken) => Task.FromResult(Files.Remove(path));
    }

    /// <summary>A file system of 256 KB in memory, where the test may mount one.</summary>
    private sealed class SmallDisk : IDisposable
    {
        private SmallDisk(string folder) => Folder = folder;

        public string Folder { get; }

        public static SmallDisk? TryMount(string below)
        {
            var folder = Directory.CreateDirectory(Path.Combine(below, "disk")).FullName;
            return OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", folder) ? new(folder) : null;
        }

        public bool TryMakeReadOnly() => Run("mount", "-o", "remount,ro", Folder);

        public void Dispose() => Run("umount", Folder);

        private static bool Run(string program, params string[] arguments)
        {
            try
            {
                using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
                process.StandardError.ReadToEnd();
                process.WaitForExit();
                return process.ExitCode == 0;
            }
            catch (System.ComponentModel.Win32Exception)
            {
                return false;
            }
        }
    }
}
