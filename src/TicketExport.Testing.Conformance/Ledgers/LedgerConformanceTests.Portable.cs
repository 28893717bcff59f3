using TicketExport.Ledger;
using TicketExport.Review;
using Xunit;

namespace TicketExport.Testing.Conformance.Ledgers;

public abstract partial class LedgerConformanceTests
{
    private static readonly ExportFailure FileFailed = Updates.Failure with { Code = ExportCodes.PortableExportFailed, NextStep = NextStep.FixSettings };

    private static readonly PortableHandover HandedOver = new()
    {
        Path = "files/7.md",
        Format = "markdown",
        FormatReason = "single_finding",
        Reason = FallbackReason.TargetRevoked,
    };

    [Fact]
    [Trait("Behaviour", "S143")]
    [Trait("Behaviour", "S153")]
    public async Task A_file_keeps_its_format_and_both_reasons_beside_its_path()
    {
        var failed = await FailedAsync();

        var parked = await DecideAsync(new DecisionCommand.ParkAsFile("acme", failed.ExportId, HandedOver, Updates.By));

        var stored = await FindAsync(failed);
        Assert.Equal(
            ("files/7.md", "markdown", "single_finding", FallbackReason.TargetRevoked),
            (stored.PortablePath, stored.PortableFormat, stored.PortableFormatReason, stored.PortableReason));
        Assert.Equal((parked.Export!.PortablePath, parked.Export.PortableFormat), (stored.PortablePath, stored.PortableFormat));
        await DecideAsync(new DecisionCommand.Approve("acme", failed.ExportId, Updates.By));
        Assert.Equal("markdown", (await FindAsync(failed)).PortableFormat);
    }

    [Theory]
    [InlineData("Markdown", null)]
    [InlineData("", null)]
    [InlineData("csv", "because a person said so")]
    [InlineData(null, "/etc/passwd")]
    public async Task A_word_of_a_file_that_is_none_is_refused(string? format, string? reason)
    {
        var failed = await FailedAsync();

        await Assert.ThrowsAnyAsync<ArgumentException>(
            () => DecideAsync(new DecisionCommand.ParkAsFile("acme", failed.ExportId, HandedOver with { Format = format, FormatReason = reason }, Updates.By)));

        Assert.Equal((ExportStatus.Failed, null), ((await FindAsync(failed)).Status, (await FindAsync(failed)).PortablePath));
    }

    [Fact]
    [Trait("Behaviour", "S58")]
    [Trait("Behaviour", "S105")]
    [Trait("Behaviour", "S126")]
    public async Task A_file_that_could_not_be_made_is_shown_on_its_export_and_changes_nothing_else()
    {
        var sent = await SendAsync(new ExportCase());
        await RecordAsync(sent.Claim, Updates.Retry(Now.AddMinutes(5)));
        var before = await FindAsync(sent.Claim);

        var noted = await DecideAsync(new DecisionCommand.NoteFileFailure("acme", before.ExportId, FileFailed, Updates.By));

        var stored = await FindAsync(sent.Claim);
        Assert.Equal(DecisionOutcome.Done, noted.Outcome);
        Assert.Equal((ExportCodes.PortableExportFailed, FileFailed.Message), (stored.PortableFailure!.Code, stored.PortableFailure.Message));
        Assert.Equal(
            (before.Status, before.FencingToken, before.RetryAt, before.Attempts, null),
            (stored.Status, stored.FencingToken, stored.RetryAt, stored.Attempts, stored.PortablePath));
        Assert.Equal(before.Failure!.Code, stored.Failure!.Code);
        var audit = Assert.Single((await Queries.ListAuditAsync(new AuditFilter { AccountId = "acme" }, new PageRequest(), default)).Items);
        Assert.Equal((AuditAction.FileFailed, Updates.By), (audit.Action, audit.By));
    }

    [Fact]
    [Trait("Behaviour", "S105")]
    public async Task The_failure_of_a_file_ends_with_the_next_file_and_with_the_next_approval()
    {
        var filed = await FailedAsync();
        var approved = await FailedAsync("approved");
        await DecideAsync(new DecisionCommand.NoteFileFailure("acme", filed.ExportId, FileFailed, Updates.By));
        await DecideAsync(new DecisionCommand.NoteFileFailure("acme", approved.ExportId, FileFailed, Updates.By));

        await DecideAsync(new DecisionCommand.ParkAsFile("acme", filed.ExportId, HandedOver, Updates.By));
        await DecideAsync(new DecisionCommand.Approve("acme", approved.ExportId, Updates.By));

        Assert.Null((await FindAsync(filed)).PortableFailure);
        Assert.Null((await FindAsync(approved)).PortableFailure);
    }

    [Fact]
    public async Task A_claim_goes_on_beside_the_failure_of_a_file()
    {
        var sent = await SendAsync(new ExportCase());

        Assert.Equal(DecisionOutcome.Done, (await DecideAsync(new DecisionCommand.NoteFileFailure("acme", sent.Claim.ExportId, FileFailed, Updates.By))).Outcome);

        Assert.True(await Ledger.RecordAsync(sent.Claim, Updates.Exported, default));
    }

    [Fact]
    public async Task The_failure_of_a_file_is_refused_where_one_stands_and_for_what_is_not_there()
    {
        var filed = await FailedAsync();
        await DecideAsync(new DecisionCommand.ParkAsFile("acme", filed.ExportId, HandedOver, Updates.By));

        Assert.Equal(DecisionOutcome.WrongStatus, (await DecideAsync(new DecisionCommand.NoteFileFailure("acme", filed.ExportId, FileFailed, Updates.By))).Outcome);
        Assert.Equal(DecisionOutcome.NotFound, (await DecideAsync(new DecisionCommand.NoteFileFailure("other", filed.ExportId, FileFailed, Updates.By))).Outcome);
        await Assert.ThrowsAnyAsync<ArgumentException>(() => DecideAsync(new DecisionCommand.NoteFileFailure("acme", filed.ExportId, Updates.Failure, Updates.By)));
        Assert.Null((await FindAsync(filed)).PortableFailure);
    }

    private async Task<ExportClaim> FailedAsync(string recordId = "42")
    {
        var sent = await SendAsync(new ExportCase { RecordId = recordId });
        await RecordAsync(sent.Claim, Updates.Failed);
        return sent.Claim;
    }
}
