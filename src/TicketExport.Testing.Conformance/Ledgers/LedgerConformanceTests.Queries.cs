using TicketExport.Contract;
using TicketExport.Ledger;
using Xunit;

namespace TicketExport.Testing.Conformance.Ledgers;

public abstract partial class LedgerConformanceTests
{
    [Fact]
    public async Task What_does_not_exist_is_absent_and_no_error()
    {
        Assert.Null(await Ledger.FindGuardAsync("acme", "none", default));
        Assert.Null(await Queries.FindExportAsync("acme", "none", default));
        Assert.Null(await Queries.ReadDocumentAsync("acme", "none", default));
        Assert.Empty(await Queries.ListAttemptsAsync("acme", "none", default));
        Assert.Empty(await Queries.ListBySourceAsync("acme", new SourceKey("report_issue", "none"), default));
    }

    [Fact]
    public async Task Exports_of_a_source_are_listed_over_all_targets_the_oldest_first()
    {
        string[] targets = ["zeta", "alpha", "mid"];
        foreach (var target in targets)
        {
            await SendAsync(new ExportCase { Target = target, Scope = LinkScope.PerTarget });
            _clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        await SendAsync(new ExportCase { RecordId = "47110", Scope = LinkScope.PerTarget });
        var listed = await Queries.ListBySourceAsync("acme", new ExportCase().Source, default);

        Assert.Equal(targets, listed.Select(export => export.TargetId));
    }

    [Fact]
    public async Task Exports_of_one_moment_are_listed_by_their_ids()
    {
        var late = new ExportCase { Target = "a", Scope = LinkScope.PerTarget }.Request() with { ExportId = "export-b" };
        var early = new ExportCase { Target = "b", Scope = LinkScope.PerTarget }.Request() with { ExportId = "export-a" };
        await Ledger.ClaimAsync(late, default);
        await Ledger.ClaimAsync(early, default);

        var listed = await Queries.ListBySourceAsync("acme", late.Source, default);

        Assert.Equal(["export-a", "export-b"], listed.Select(export => export.ExportId));
    }

    [Fact]
    public async Task Attempts_are_listed_in_the_order_of_their_numbers_and_none_is_lost()
    {
        for (var n = 1; n <= 12; n++)
        {
            await RecordAsync((await SendAsync(new ExportCase())).Claim, Updates.Failed);
        }

        var sent = await SendAsync(new ExportCase());

        Assert.Equal(Enumerable.Range(1, 13), (await AttemptsAsync(sent.Claim)).Select(attempt => attempt.Number));
        Assert.Equal(13, sent.Export.Attempts);
    }

    [Theory]
    [InlineData("emoji 👩‍👩‍👧‍👦 and 𝒞 and 𠮷")]
    [InlineData("שלום مرحبا \u202Ebidi")]
    [InlineData("e\u0301 is not \u00E9")]
    [InlineData("' OR 1=1; -- %_\\ \"quoted\" \r\n\t")]
    [InlineData("\u0001\u001F\u2028\uFEFF\uFFFD\uFFFE")]
    public async Task Text_comes_back_as_it_was_given(string text)
    {
        var export = new ExportCase
        {
            Account = new AccountScope { Id = text, ProjectId = text },
            RecordId = text,
            Target = text,
            ReportId = text,
            Document = text,
        };
        var sent = await SendAsync(export);
        var failure = Updates.Failure with { Message = text, Setting = text, ProviderErrorCode = text };
        var ticket = new TicketReference { ProviderTicketId = text, ExternalIssueId = text };
        await RecordAsync(sent.Claim, Updates.Exported with { Status = ExportStatus.PartialFailed, Ticket = ticket, Failure = failure });

        var found = Assert.Single(await Queries.ListBySourceAsync(text, export.Source, default));

        Assert.Equal((text, text), (found.Account.Id, found.Account.ProjectId));
        Assert.Equal((text, text, text), (found.Source.Id, found.TargetId, found.ReportId));
        Assert.Equal(ticket, found.Ticket);
        AssertSame(failure, found.Failure);
        Assert.Equal(text, await DocumentAsync(sent.Claim));
        var holder = (await Ledger.FindGuardAsync(text, export.Keys.GuardKey, default))!.Holder;
        Assert.Equal(found, holder with { Failure = found.Failure });
    }

    [Fact]
    public async Task Letters_that_look_alike_are_different_sources()
    {
        await SendAsync(new ExportCase { RecordId = "caf\u00E9" });

        Assert.IsType<ClaimResult.ToSend>(await ClaimAsync(new ExportCase { RecordId = "cafe\u0301" }));
        Assert.IsType<ClaimResult.ToSend>(await ClaimAsync(new ExportCase { RecordId = "CAF\u00C9" }));
        Assert.IsType<ClaimResult.ToSend>(await ClaimAsync(new ExportCase { RecordId = "caf\u00E9 " }));
    }

    // Theory data would lose a lone surrogate on its way to the runner.
    [Fact]
    [Trait("Fault", "F108")]
    [Trait("Fault", "F109")]
    public async Task Text_that_a_database_would_cut_or_replace_is_refused_and_nothing_is_written()
    {
        foreach (var text in new[] { "a\0b", "a\uD800", "\uDC00b", "\uD800\uD800\uDC00" })
        {
            var export = new ExportCase { RecordId = text.Length.ToString(System.Globalization.CultureInfo.InvariantCulture) };
            await Assert.ThrowsAsync<ArgumentException>(() => Ledger.ClaimAsync(export.Request() with { ReportId = text }, default));
            await Assert.ThrowsAsync<ArgumentException>(() => Ledger.ClaimAsync(export.Request() with { ExportId = text }, default));
            await Assert.ThrowsAsync<ArgumentException>(() => Queries.FindExportAsync(text, "export", default));
            Assert.Empty(await Queries.ListBySourceAsync("acme", export.Source, default));
        }
    }

    [Fact]
    [Trait("Fault", "F108")]
    [Trait("Fault", "F109")]
    public async Task A_failure_with_broken_text_is_recorded_all_the_same()
    {
        var sent = await SendAsync(new ExportCase());

        await RecordAsync(sent.Claim, Updates.Failed with { Failure = Updates.Failure with { Message = "a\0b\uD800c" } });

        Assert.StartsWith("a\0b", (await FindAsync(sent.Claim)).Failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_of_four_megabytes_comes_back_whole()
    {
        var sent = await SendAsync(new ExportCase { Document = new string('x', ContractLimits.JsonBytes) });

        Assert.Equal(ContractLimits.JsonBytes, (await DocumentAsync(sent.Claim)).Length);
    }

    [Fact]
    public async Task A_document_changed_by_the_caller_after_the_claim_is_not_changed_in_the_ledger()
    {
        var bytes = "before"u8.ToArray();
        var request = new ExportCase().Request() with { DocumentJson = bytes };
        await Ledger.ClaimAsync(request, default);
        "after!"u8.CopyTo(bytes);

        var stored = await Queries.ReadDocumentAsync("acme", request.ExportId, default);

        Assert.Equal("before"u8.ToArray(), stored!.Value.ToArray());
    }
}
