using TicketExport.Ledger;
using TicketExport.Review;

namespace TicketExport.Portable;

public sealed class PortableFallbackReasonTests : IDisposable
{
    private static readonly AuditStamp Ann = new("ann", "The tracker is gone for the week.");

    private readonly PortableFixture _fixture = new();
    private readonly OneExport _export = new();

    public void Dispose() => _fixture.Dispose();

    [Theory]
    [InlineData(ExportCodes.ProviderUnavailable, FailureReason.Unavailable, null, 0, FallbackReason.ProviderUnavailable)]
    [InlineData(ExportCodes.PortableExportRequired, FailureReason.Unavailable, null, 0, FallbackReason.RetriesExhausted)]
    [InlineData(ExportCodes.ProviderAuthFailed, FailureReason.Authentication, 401, 0, FallbackReason.TargetRevoked)]
    [InlineData(ExportCodes.ProviderUnavailable, FailureReason.UnsafeAddress, null, 0, FallbackReason.UnsafeEndpoint)]
    [InlineData(ExportCodes.DeliveryFailed, FailureReason.Validation, 413, 0, FallbackReason.UnsupportedProvider)]
    [InlineData(ExportCodes.DeliveryFailed, FailureReason.NotFound, 404, 0, FallbackReason.UnsupportedProvider)]
    [InlineData(ExportCodes.DeliveryFailed, FailureReason.RateLimited, 429, 0, FallbackReason.RateLimited)]
    [InlineData(ExportCodes.DeliveryFailed, FailureReason.Timeout, null, 1, FallbackReason.ProviderUnavailable)]
    [InlineData(ExportCodes.DeliveryFailed, FailureReason.Timeout, null, 2, FallbackReason.RepeatedFailures)]
    [Trait("Behaviour", "S135")]
    [Trait("Behaviour", "S136")]
    [Trait("Behaviour", "S137")]
    [Trait("Behaviour", "S138")]
    [Trait("Behaviour", "S139")]
    [Trait("Behaviour", "S140")]
    [Trait("Behaviour", "S141")]
    [Trait("Behaviour", "S143")]
    public async Task The_reason_for_the_file_is_kept_beside_it(string code, FailureReason failure, int? status, int failedTries, FallbackReason expected)
    {
        _export.Record = _export.Record with
        {
            Status = ExportStatus.RetryScheduled,
            FailedTries = failedTries,
            Failure = OneExport.FailureOf(code, failure, status),
        };

        var result = await CreateAsync();

        Assert.Equal((expected, expected), (result.Reason, _export.Record.PortableReason));
        Assert.Equal(expected, (await CreateAsync()).Reason);
    }

    [Fact]
    [Trait("Behaviour", "S140")]
    [Trait("Behaviour", "S143")]
    public async Task A_lost_connection_many_rate_limits_and_a_persons_word_are_reasons_of_their_own()
    {
        Assert.Equal(FallbackReason.TargetRevoked, await ReasonAsync(record => record with { Status = ExportStatus.Disconnected }));
        Assert.Equal(FallbackReason.RateLimited, await ReasonAsync(record => record with { Status = ExportStatus.RetryScheduled, RateLimits = 5, Failure = null }));
        Assert.Equal(FallbackReason.Overridden, await ReasonAsync(record => record with { Status = ExportStatus.Approved, Failure = null }));
        Assert.Equal(
            FallbackReason.Overridden,
            await ReasonAsync(record => record with { Failure = OneExport.FailureOf(ExportCodes.MappingRequired, FailureReason.MappingIncomplete) }));
    }

    [Fact]
    [Trait("Behaviour", "S58")]
    [Trait("Behaviour", "S105")]
    [Trait("Behaviour", "S126")]
    public async Task A_file_that_could_not_be_made_is_written_on_its_export_until_one_is()
    {
        using var broken = new PortableFixture(options => options.Folder = null);

        var failed = await _export.FallbackOver(broken).CreateFileAsync(RequestFor(), default);
        var noted = _export.Record.PortableFailure!;

        Assert.Equal((PortableFallbackOutcome.FileFailed, noted), (failed.Outcome, failed.Export!.PortableFailure));
        Assert.Equal((ExportCodes.PortableExportFailed, failed.Message, NextStep.FixSettings), (noted.Code, noted.Message, noted.NextStep));
        Assert.Equal(ExportStatus.Failed, _export.Record.Status);
    }

    [Fact]
    public async Task Unsafe_content_is_no_failure_of_the_file()
    {
        var export = new OneExport(string.Concat("gh", "p_", "q7Wm2Zr9Lk4Xt1Bv8Ny5Hs3Gd6Jf0PcAeRuT"));

        Assert.Equal(PortableFallbackOutcome.ContentUnsafe, (await export.FallbackOver(_fixture).CreateFileAsync(RequestFor(), default)).Outcome);

        Assert.Null(export.Record.PortableFailure);
    }

    private static async Task<FallbackReason> ReasonAsync(Func<ExportRecord, ExportRecord> change)
    {
        using var fixture = new PortableFixture();
        var export = new OneExport();
        export.Record = change(export.Record);
        var result = await export.FallbackOver(fixture).CreateFileAsync(RequestFor() with { Override = Ann }, default);
        Assert.Equal(result.Reason, export.Record.PortableReason);
        return result.Reason;
    }

    private static PortableFallbackRequest RequestFor() => new() { AccountId = "456", ExportId = "e1", By = Ann };

    private Task<PortableFallbackResult> CreateAsync() => _export.FallbackOver(_fixture).CreateFileAsync(RequestFor(), default);
}
