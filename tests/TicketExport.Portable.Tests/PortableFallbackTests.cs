using System.Text.Json;
using TicketExport.Ledger;
using TicketExport.Portable.Internal;
using TicketExport.States;

namespace TicketExport.Portable;

public sealed class PortableFallbackTests : IDisposable
{
    private static readonly AuditStamp Ann = new("ann", "The tracker is gone for the week.");
    private static readonly AuditStamp Boss = new("boss", "The customer wants a file.");

    private readonly PortableFixture _fixture = new();
    private readonly OneExport _export = new();

    public void Dispose() => _fixture.Dispose();

    [Theory]
    [InlineData(ExportCodes.ProviderUnavailable, FailureReason.Unavailable, null)]
    [InlineData(ExportCodes.ProviderUnavailable, FailureReason.UnsafeAddress, null)]
    [InlineData(ExportCodes.ProviderUnavailable, FailureReason.Configuration, null)]
    [InlineData(ExportCodes.ProviderNotConfigured, FailureReason.Configuration, null)]
    [InlineData(ExportCodes.ProviderAuthFailed, FailureReason.Authentication, 401)]
    [InlineData(ExportCodes.DeliveryFailed, FailureReason.RateLimited, 429)]
    [InlineData(ExportCodes.DeliveryFailed, FailureReason.Redirected, 307)]
    [InlineData(ExportCodes.DeliveryFailed, FailureReason.Validation, 413)]
    [Trait("Behaviour", "S107")]
    [Trait("Behaviour", "S108")]
    [Trait("Behaviour", "S135")]
    [Trait("Behaviour", "S137")]
    [Trait("Behaviour", "S138")]
    [Trait("Behaviour", "S139")]
    [Trait("Behaviour", "S140")]
    [Trait("Fault", "F40")]
    public async Task Where_the_native_path_is_out_a_file_takes_its_place(string code, FailureReason reason, int? status)
    {
        _export.Record = _export.Record with { Status = ExportStatus.RetryScheduled, Failure = OneExport.FailureOf(code, reason, status) };

        var result = await CreateAsync();

        Assert.Equal((PortableFallbackOutcome.Created, ExportStatus.Portable), (result.Outcome, result.Export!.Status));
        Assert.Equal([(result.File!.RelativePath, Ann)], _export.Parked);
        Assert.Equal([result.File.RelativePath], _fixture.Files);
        Assert.False(Path.IsPathRooted(result.File.RelativePath));
    }

    [Theory]
    [InlineData(ExportStatus.Disconnected, NextStep.FixSettings)]
    [InlineData(ExportStatus.Failed, NextStep.UsePortableFile)]
    [Trait("Behaviour", "S136")]
    [Trait("Behaviour", "S137")]
    public async Task So_it_does_for_a_lost_connection_and_where_the_export_asks_for_a_file(ExportStatus status, NextStep next)
    {
        _export.Record = _export.Record with
        {
            Status = status,
            Failure = OneExport.FailureOf(ExportCodes.DeliveryFailed, FailureReason.Unknown) with { NextStep = next },
        };

        Assert.Equal(PortableFallbackOutcome.Created, (await CreateAsync()).Outcome);
    }

    [Theory]
    [InlineData(PortableFormat.Csv)]
    [InlineData(PortableFormat.Markdown)]
    [InlineData(PortableFormat.Json)]
    [InlineData(PortableFormat.JsonLines)]
    [Trait("Behaviour", "S31")]
    [Trait("Behaviour", "S45")]
    [Trait("Behaviour", "S53")]
    [Trait("Behaviour", "S132")]
    [Trait("Behaviour", "S133")]
    [Trait("Behaviour", "S134")]
    public async Task The_file_keeps_source_and_keys_and_shows_no_status_of_a_ticket(PortableFormat format)
    {
        _export.Record = _export.Record with { Status = ExportStatus.RetryScheduled, RetryAt = PortableTickets.Now.AddHours(1) };

        var text = await File.ReadAllTextAsync(_fixture.PathOf((await CreateAsync(format)).File!));

        Assert.All(
            [_export.Record.Source.Type, _export.Record.Source.Id, _export.Record.Fingerprint.Value, _export.Record.IdempotencyKey.Value, "portable"],
            expected => Assert.Contains(expected, text, StringComparison.Ordinal));
        Assert.DoesNotContain("retry_scheduled", text, StringComparison.Ordinal);
        Assert.All(["in_progress", "\"done\"", ",done,"], word => Assert.DoesNotContain(word, text, StringComparison.Ordinal));
        var summary = ExportSummary.Of(new ExportAxes { ExportStatus = _export.Record.Status, ProviderStatus = ProviderStatus.Done, Link = LinkState.Live });
        Assert.Equal((ExportWord.Portable, null), (summary.Word, summary.ProviderStatus));
    }

    [Fact]
    public async Task The_status_in_the_file_is_where_the_export_stands_afterwards()
    {
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(_fixture.PathOf((await CreateAsync(PortableFormat.Json)).File!)));

        var ticket = json.RootElement.GetProperty("tickets")[0];
        Assert.Equal(("portable", JsonValueKind.Null), (ticket.GetProperty("export_status").GetString(), ticket.GetProperty("retry_at").ValueKind));
    }

    [Theory]
    [InlineData(ExportStatus.Exported, LinkState.Live, false, PortableFallbackOutcome.TicketExists)]
    [InlineData(ExportStatus.PartialFailed, LinkState.Broken, false, PortableFallbackOutcome.TicketExists)]
    [InlineData(ExportStatus.Exported, LinkState.Unlinked, false, PortableFallbackOutcome.Superseded)]
    [InlineData(ExportStatus.Delivering, LinkState.None, true, PortableFallbackOutcome.AtWork)]
    [InlineData(ExportStatus.DeliveryUnknown, LinkState.None, true, PortableFallbackOutcome.OutcomeUnknown)]
    [InlineData(ExportStatus.RetryScheduled, LinkState.None, true, PortableFallbackOutcome.OutcomeUnknown)]
    [InlineData(ExportStatus.Disconnected, LinkState.None, true, PortableFallbackOutcome.OutcomeUnknown)]
    [Trait("Behaviour", "S30")]
    public async Task A_ticket_that_exists_or_may_exist_is_never_joined_by_a_file(ExportStatus status, LinkState link, bool isOpen, PortableFallbackOutcome expected)
    {
        _export.Record = _export.Record with { Status = status, Link = link, HasOpenAttempt = isOpen };

        var result = await CreateAsync(overriddenBy: Boss);

        Assert.Equal(expected, result.Outcome);
        AssertNothingDone(result);
    }

    [Theory]
    [InlineData(ExportStatus.Approved, null)]
    [InlineData(ExportStatus.Draft, null)]
    [InlineData(ExportStatus.Failed, FailureReason.Validation)]
    [InlineData(ExportStatus.Blocked, FailureReason.UnsafeContent)]
    [Trait("Behaviour", "S30")]
    public async Task A_healthy_target_refuses_until_somebody_takes_it_on_them(ExportStatus status, FailureReason? reason)
    {
        _export.Record = _export.Record with { Status = status, Failure = reason is { } why ? OneExport.FailureOf(ExportCodes.DeliveryFailed, why) : null };

        var refused = await CreateAsync();
        AssertNothingDone(refused);
        var created = await CreateAsync(overriddenBy: Boss);

        Assert.Equal((PortableFallbackOutcome.NotEligible, PortableFallbackOutcome.Created), (refused.Outcome, created.Outcome));
        Assert.Contains("Override", refused.Message, StringComparison.Ordinal);
        Assert.Equal(Boss, Assert.Single(_export.Parked).By);
    }

    [Fact]
    public async Task An_unknown_export_is_refused()
    {
        var result = await Fallback().CreateFileAsync(new() { AccountId = "456", ExportId = "other", By = Ann }, default);

        Assert.Equal((PortableFallbackOutcome.ExportMissing, null), (result.Outcome, result.Export));
        AssertNothingDone(result);
    }

    [Fact]
    public async Task Without_its_document_an_export_is_refused()
    {
        _export.DocumentJson = null;
        var missing = await CreateAsync();
        _export.DocumentJson = "{}"u8.ToArray();
        var broken = await CreateAsync();

        Assert.Equal((PortableFallbackOutcome.DocumentMissing, PortableFallbackOutcome.DocumentMissing), (missing.Outcome, broken.Outcome));
        AssertNothingDone(broken);
    }

    [Fact]
    [Trait("Behaviour", "S105")]
    [Trait("Behaviour", "S106")]
    [Trait("Fault", "F190")]
    public async Task A_folder_that_refuses_the_file_leaves_the_export_as_it_was()
    {
        var occupied = Path.Combine(_fixture.Folder, "occupied");
        await File.WriteAllTextAsync(occupied, "");
        using var fixture = new PortableFixture(options => options.Folder = Path.Combine(occupied, "below"));

        var result = await Fallback(fixture).CreateFileAsync(RequestFor(), default);

        Assert.Equal((PortableFallbackOutcome.FileFailed, ExportCodes.PortableExportFailed, NextStep.FixSettings), (result.Outcome, result.Code, result.NextStep));
        Assert.Equal(ExportStatus.Failed, _export.Record.Status);
        Assert.Empty(_export.Parked);
        Assert.Equal(["occupied"], _fixture.Files);
        Assert.DoesNotContain(_fixture.Folder, result.Message!, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Behaviour", "S109")]
    public async Task Content_that_must_not_leave_makes_no_file()
    {
        var secret = string.Concat("gh", "p_", "q7Wm2Zr9Lk4Xt1Bv8Ny5Hs3Gd6Jf0PcAeRuT");
        var export = new OneExport($"Seen {secret}");

        var result = await Fallback(export: export).CreateFileAsync(RequestFor(), default);

        Assert.Equal((PortableFallbackOutcome.ContentUnsafe, ExportCodes.UnsafeContent, NextStep.FixDocument), (result.Outcome, result.Code, result.NextStep));
        Assert.Contains("$.title (github_token)", result.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, result.ToString(), StringComparison.Ordinal);
        Assert.Empty(export.Parked);
        Assert.Empty(_fixture.Files);
    }

    [Fact]
    public async Task After_a_crash_between_file_and_parking_a_repeat_writes_the_same_name_and_parks()
    {
        _export.BeforeParking = static () => throw new TicketExportException("The ledger is down.");
        await Assert.ThrowsAsync<TicketExportException>(() => CreateAsync());
        var left = Assert.Single(_fixture.Files);
        await File.WriteAllTextAsync(Path.Combine(_fixture.Folder, left), "older");
        _export.BeforeParking = static () => true;

        var result = await CreateAsync();

        Assert.Equal((PortableFallbackOutcome.Created, left), (result.Outcome, result.File!.RelativePath));
        Assert.Equal([left], _fixture.Files);
        Assert.Equal(result.File.SizeBytes, new FileInfo(_fixture.PathOf(result.File)).Length);
    }

    [Fact]
    [Trait("Behaviour", "S30")]
    public async Task A_ticket_that_came_while_the_file_was_written_takes_the_file_back()
    {
        _export.BeforeParking = () =>
        {
            _export.Record = _export.Record with { Status = ExportStatus.Exported };
            return false;
        };

        var result = await CreateAsync();

        Assert.Equal((PortableFallbackOutcome.TicketExists, NextStep.OpenExisting), (result.Outcome, result.NextStep));
        AssertNothingDone(result);
    }

    [Fact]
    public async Task Two_calls_at_once_leave_one_file_and_both_name_it()
    {
        _export.BeforeParking = () =>
        {
            _export.Record = _export.Record with { Status = ExportStatus.Portable, PortablePath = Assert.Single(_fixture.Files) };
            return false;
        };

        var result = await CreateAsync();

        Assert.Equal((PortableFallbackOutcome.Created, _export.Record.PortablePath), (result.Outcome, result.File!.RelativePath));
        Assert.Equal([_export.Record.PortablePath!], _fixture.Files);
    }

    [Fact]
    public async Task A_parked_export_gets_its_lost_file_back_and_no_second_one()
    {
        var first = await CreateAsync(PortableFormat.Json);
        File.Delete(_fixture.PathOf(first.File!));

        var again = await CreateAsync(PortableFormat.Json);
        var other = await CreateAsync(PortableFormat.Csv);

        Assert.Equal((first.File, PortableFallbackOutcome.AlreadyPortable), (again.File, other.Outcome));
        Assert.Equal([first.File!.RelativePath], _fixture.Files);
        Assert.Single(_export.Parked);
    }

    [Theory]
    [InlineData("jira", PortableFormat.Markdown)]
    [InlineData("Webhook", PortableFormat.Json)]
    [InlineData("n8n_webhook", PortableFormat.Json)]
    public async Task The_best_format_follows_the_target(string providerKey, PortableFormat expected)
    {
        _export.Record = _export.Record with { ProviderKey = providerKey };

        Assert.Equal(expected, (await CreateAsync()).File!.Format);
    }

    [Fact]
    public async Task A_format_that_is_none_is_refused_before_anything() =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => CreateAsync(PortableFormat.Unknown));

    private Task<PortableFallbackResult> CreateAsync(PortableFormat? format = null, AuditStamp? overriddenBy = null) =>
        Fallback().CreateFileAsync(RequestFor() with { Format = format, Override = overriddenBy }, default);

    private static PortableFallbackRequest RequestFor() => new() { AccountId = "456", ExportId = "e1", By = Ann };

    private PortableFallback Fallback(PortableFixture? fixture = null, OneExport? export = null) =>
        (export ?? _export).FallbackOver(fixture ?? _fixture);

    private void AssertNothingDone(PortableFallbackResult result)
    {
        Assert.Null(result.File);
        Assert.NotNull(result.Message);
        Assert.Empty(_fixture.Files);
        Assert.Empty(_export.Parked);
    }
}
