using System.Security.Cryptography;
using TicketExport.Ledger;
using TicketExport.Portable.Internal;

namespace TicketExport.Portable;

public sealed class PortableFallbackStreamTests : IDisposable
{
    private readonly PortableFixture _fixture = new();
    private readonly OneExport _export = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task The_stream_gets_the_whole_file_and_the_export_the_key_of_the_host()
    {
        using var target = new MemoryStream();

        var result = await CreateAsync(target);

        Assert.Equal((PortableFallbackOutcome.Created, "handoff/e1.md"), (result.Outcome, Assert.Single(_export.Parked).Path));
        Assert.Equal((target.Length, Convert.ToHexStringLower(SHA256.HashData(target.ToArray()))), (result.File!.SizeBytes, result.File.Sha256));
        Assert.Empty(_fixture.Files);
    }

    [Fact]
    public async Task A_refused_export_leaves_the_stream_as_it_was()
    {
        using var target = new MemoryStream();
        _export.Record = _export.Record with { Status = ExportStatus.Exported };
        await CreateAsync(target);
        _export.Record = _export.Record with { Status = ExportStatus.Failed };
        await Fallback(new OneExport(string.Concat("gh", "p_", "q7Wm2Zr9Lk4Xt1Bv8Ny5Hs3Gd6Jf0PcAeRuT"))).CreateAsync(Request, target, "k", default);

        Assert.Equal(0, target.Length);
    }

    [Fact]
    [Trait("Behaviour", "S105")]
    public async Task A_stream_that_fails_leaves_the_export_as_it_was()
    {
        var result = await CreateAsync(new FailingStream());

        Assert.Equal((PortableFallbackOutcome.FileFailed, ExportCodes.PortableExportFailed), (result.Outcome, result.Code));
        Assert.DoesNotContain("bucket", result.Message, StringComparison.Ordinal);
        Assert.Empty(_export.Parked);
    }

    [Theory]
    [InlineData("/var/files/a.md")]
    [InlineData("\\\\share\\a.md")]
    [InlineData("C:\\a.md")]
    [InlineData("https://user:password@storage.example.test/a.md")]
    [InlineData("~/a.md")]
    [InlineData("a/../../b.md")]
    [InlineData("a\nb")]
    [InlineData(" ")]
    public async Task A_key_that_is_no_relative_path_is_refused(string key)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Fallback(_export).CreateAsync(Request, new MemoryStream(), key, default));

        Assert.Empty(_export.Parked);
    }

    private static PortableFallbackRequest Request => new() { AccountId = "456", ExportId = "e1", By = new AuditStamp("ann", "The tracker is gone.") };

    private Task<PortableFallbackResult> CreateAsync(Stream target) => Fallback(_export).CreateAsync(Request, target, "handoff/e1.md", default);

    private PortableFallback Fallback(OneExport export) => export.FallbackOver(_fixture);

    private sealed class FailingStream : MemoryStream
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("bucket of somebody");

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => throw new IOException("bucket of somebody");
    }
}
