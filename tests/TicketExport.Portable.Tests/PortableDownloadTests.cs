using TicketExport.Contract;
using TicketExport.Identity;
using TicketExport.Ledger;
using TicketExport.Portable.Internal;

namespace TicketExport.Portable;

public sealed class PortableDownloadTests : IDisposable
{
    private static readonly PortableFallbackRequest Request = new() { AccountId = "456", ExportId = "e1", By = new AuditStamp("ann", "The tracker is gone.") };

    private readonly PortableFixture _fixture = new();
    private readonly OneExport _export = new();

    public void Dispose() => _fixture.Dispose();

    [Theory]
    [InlineData(PortableFormat.Csv, "text/csv; charset=utf-8")]
    [InlineData(PortableFormat.Markdown, "text/markdown; charset=utf-8")]
    [InlineData(PortableFormat.Json, "application/json")]
    [InlineData(PortableFormat.JsonLines, "application/jsonl")]
    [Trait("Behaviour", "S173")]
    [Trait("Behaviour", "S174")]
    [Trait("Behaviour", "S175")]
    public async Task A_download_gives_the_file_and_changes_nothing(PortableFormat format, string mediaType)
    {
        var made = await Fallback().CreateFileAsync(Request with { Format = format }, default);
        var before = _export.Record;

        await using var download = await Fallback().OpenReadAsync("456", "e1", default);

        Assert.Equal((PortableDownloadOutcome.Opened, mediaType, made.File!.RelativePath), (download.Outcome, download.MediaType, download.FileName));
        using var content = new MemoryStream();
        await download.Content!.CopyToAsync(content);
        Assert.Equal(await File.ReadAllBytesAsync(_fixture.PathOf(made.File)), content.ToArray());
        Assert.Equal((before, 1), (_export.Record, _export.Parked.Count));
    }

    [Fact]
    [Trait("Behaviour", "S172")]
    public async Task A_download_is_refused_until_source_fingerprint_and_status_are_on_the_record()
    {
        await Fallback().CreateFileAsync(Request, default);
        var whole = _export.Record;
        ExportRecord[] lacking =
        [
            whole with { Source = new SourceKey("", "42") },
            whole with { Source = new SourceKey("report_issue", " ") },
            whole with { Fingerprint = default },
            whole with { Status = ExportStatus.Unknown },
        ];

        foreach (var record in lacking)
        {
            _export.Record = record;
            await using var download = await Fallback().OpenReadAsync("456", "e1", default);
            Assert.Equal((PortableDownloadOutcome.KeysMissing, null, NextStep.FixDocument), (download.Outcome, download.Content, download.NextStep));
        }

        Assert.NotEqual(default, whole.Fingerprint);
    }

    [Fact]
    public async Task Without_export_or_file_there_is_nothing_to_download()
    {
        Assert.Equal(PortableDownloadOutcome.ExportMissing, (await Fallback().OpenReadAsync("456", "other", default)).Outcome);
        Assert.Equal(PortableDownloadOutcome.NoFile, (await Fallback().OpenReadAsync("456", "e1", default)).Outcome);
        var made = await Fallback().CreateFileAsync(Request, default);
        File.Delete(_fixture.PathOf(made.File!));

        var gone = await Fallback().OpenReadAsync("456", "e1", default);

        Assert.Equal((PortableDownloadOutcome.FileMissing, NextStep.UsePortableFile), (gone.Outcome, gone.NextStep));
    }

    [Theory]
    [InlineData("../secret.md")]
    [InlineData("..\\secret.md")]
    [InlineData("handoff/e1.md")]
    [InlineData("/etc/passwd")]
    [InlineData(".hidden.md")]
    [InlineData("notes.txt")]
    [InlineData("con.md")]
    [InlineData("a\0.md")]
    [InlineData("x.md/")]
    [InlineData("")]
    [Trait("Fault", "F182")]
    public async Task A_path_that_we_did_not_make_opens_nothing(string path)
    {
        _export.Record = _export.Record with { Status = ExportStatus.Portable, PortablePath = path };
        await File.WriteAllTextAsync(Path.Combine(_fixture.Folder, "notes.txt"), "the host's own");

        var download = await Fallback().OpenReadAsync("456", "e1", default);

        Assert.Equal((PortableDownloadOutcome.FileMissing, null), (download.Outcome, download.Content));
        Assert.Null(await _fixture.Get<IPortableFileStore>().OpenReadAsync(path, default));
    }

    [Fact]
    [Trait("Fault", "F182")]
    public async Task A_link_in_the_folder_is_not_followed()
    {
        var outside = Path.Combine(_fixture.Folder, "outside.txt");
        await File.WriteAllTextAsync(outside, "secret");
        File.CreateSymbolicLink(Path.Combine(_fixture.Folder, "x.md"), outside);

        Assert.Null(await _fixture.Get<IPortableFileStore>().OpenReadAsync("x.md", default));
    }

    [Fact]
    [Trait("Behaviour", "S176")]
    public async Task The_keys_in_a_downloaded_file_are_those_of_a_native_export_of_the_source()
    {
        await Fallback().CreateFileAsync(Request with { Format = PortableFormat.JsonLines }, default);

        await using var download = await Fallback().OpenReadAsync("456", "e1", default);
        using var reader = new StreamReader(download.Content!);
        var text = await reader.ReadToEndAsync();

        var ticket = PortableTickets.One();
        var native = DuplicateFingerprint.Compute(ticket.Account, ticket.Document.Source);
        Assert.Contains(native.Value, text, StringComparison.Ordinal);
        Assert.Contains(IdempotencyKey.Compute(native, "acme", 1).Value, text, StringComparison.Ordinal);
        Assert.Contains($"\"contract_version\":\"{TicketExportContract.Version}\"", text, StringComparison.Ordinal);
    }

    private PortableFallback Fallback() => _export.FallbackOver(_fixture);
}
