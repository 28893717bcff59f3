using TicketExport.Contract;
using TicketExport.Decisions;
using TicketExport.Identity;
using TicketExport.Ledger;
using TicketExport.States;

namespace TicketExport.Core.Tests.Decisions;

public sealed class FallbackRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly TicketExportOptions Options = new() { FallbackAfterRateLimits = 3, FallbackAfterWait = TimeSpan.FromHours(1) };

    [Theory]
    [InlineData(ExportCodes.PortableExportRequired, true)]
    [InlineData(ExportCodes.ProviderUnavailable, true)]
    [InlineData(ExportCodes.ProviderAuthFailed, true)]
    [InlineData(ExportCodes.UnsafeContent, false)]
    [InlineData(ExportCodes.DocumentInvalid, false)]
    [InlineData(ExportCodes.MappingRequired, false)]
    [InlineData(ExportCodes.DuplicateBlocked, false)]
    [InlineData(ExportCodes.DeliveryFailed, false)]
    [Trait("Behaviour", "S78")]
    [Trait("Behaviour", "S135")]
    [Trait("Behaviour", "S136")]
    public void What_ended_because_the_native_way_is_out_may_become_a_file_and_nothing_else(string code, bool isEligible)
    {
        foreach (var status in (ExportStatus[])[ExportStatus.Failed, ExportStatus.Blocked])
        {
            Assert.Equal(isEligible, Judge(Export with { Status = status, Failure = FailureOf(code) }));
        }
    }

    [Theory]
    [InlineData(2, 10, false)]
    [InlineData(3, 10, true)]
    [InlineData(0, 60, false)]
    [InlineData(0, 61, true)]
    public void What_waits_may_become_a_file_after_so_many_rate_limits_or_so_long_a_wait(int rateLimits, int minutes, bool isEligible) =>
        Assert.Equal(isEligible, Judge(Export with { Status = ExportStatus.RetryScheduled, RateLimits = rateLimits, RetryAt = Now.AddMinutes(minutes) }));

    [Fact]
    public void Where_a_ticket_exists_or_may_exist_nothing_becomes_a_file()
    {
        foreach (var status in Enum.GetValues<ExportStatus>())
        {
            var export = Export with { Status = status, RateLimits = 100, Failure = FailureOf(ExportCodes.PortableExportRequired) };

            Assert.False(Judge(export with { HasOpenAttempt = true }));
            Assert.All(Enum.GetValues<LinkState>().Where(static link => link != LinkState.None), link => Assert.False(Judge(export with { Link = link })));
        }
    }

    [Fact]
    [Trait("Behaviour", "S137")]
    public void A_disconnected_export_may_become_a_file_and_one_that_is_on_its_way_may_not()
    {
        Assert.True(Judge(Export with { Status = ExportStatus.Disconnected }));
        Assert.All(
            (ExportStatus[])[ExportStatus.Draft, ExportStatus.Approved, ExportStatus.Delivering, ExportStatus.DeliveryUnknown, ExportStatus.Portable],
            static status => Assert.False(Judge(Export with { Status = status })));
    }

    private static bool Judge(ExportRecord export) => FallbackRules.IsEligible(export, Options, Now);

    private static ExportFailure FailureOf(string code) => new() { Code = code, Reason = FailureReason.Unknown, Message = "It failed.", NextStep = NextStep.None };

    private static ExportRecord Export { get; } = new()
    {
        ExportId = "1",
        Account = new AccountScope { Id = "acme" },
        Source = new SourceKey(SourceTypes.ReportIssue, "42"),
        TargetId = "board",
        ProviderKey = "scripted",
        Fingerprint = DuplicateFingerprint.Compute(new AccountScope { Id = "acme" }, Documents.Checkout.Source),
        IdempotencyKey = ExportKeys.Compute(new AccountScope { Id = "acme" }, Documents.Checkout.Source, new TicketTarget { Id = "board", ProviderKey = "scripted" }, 1).IdempotencyKey,
        Generation = 1,
        Status = ExportStatus.Failed,
        FencingToken = 1,
        Attempts = 1,
        ApprovedAt = Now,
        CreatedAt = Now,
        UpdatedAt = Now,
    };
}
