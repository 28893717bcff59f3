using System.Text;
using CsCheck;
using TicketExport.Contract;

namespace TicketExport.Portable.Reading;

public sealed class RoundTripTests : IDisposable
{
    private readonly PortableFixture _fixture = new(static options => options.CsvByteOrderMark = true);

    public void Dispose() => _fixture.Dispose();

    [Theory]
    [InlineData(PortableFormat.Json)]
    [InlineData(PortableFormat.JsonLines)]
    [InlineData(PortableFormat.Csv)]
    [InlineData(PortableFormat.Markdown)]
    [Trait("Behaviour", "S157")]
    [Trait("Behaviour", "S173")]
    [Trait("Fault", "F187")]
    [Trait("Fault", "F188")]
    public async Task Any_ticket_comes_back_equal_in_every_field(PortableFormat format) =>
        await AnyTicket.Any.Array[1, 4].SampleAsync(
            async tickets =>
            {
                Assert.All(tickets, ticket => Assert.Empty(TicketExportDocumentValidator.Validate(ticket.Document)));
                var bytes = await _fixture.BytesAsync(format, tickets);

                Assert.Equal(tickets.Select(Show), (await ReadAsync(bytes)).Select(Show));
            },
            iter: 400);

    [Theory]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('|')]
    [Trait("Fault", "F186")]
    public async Task Any_ticket_comes_back_through_each_delimiter(char delimiter)
    {
        using var fixture = new PortableFixture(options => options.CsvDelimiter = delimiter);
        await AnyTicket.Any.Array[1, 3].SampleAsync(
            async tickets => Assert.Equal(tickets.Select(Show), (await ReadAsync(await fixture.BytesAsync(PortableFormat.Csv, tickets))).Select(Show)),
            iter: 60);
    }

    [Fact]
    public async Task Any_ticket_comes_back_from_one_envelope_per_line()
    {
        await AnyTicket.Any.Array[1, 4].SampleAsync(
            async tickets =>
            {
                var lines = new StringBuilder();
                foreach (var ticket in tickets)
                {
                    lines.Append(JsonLines.Of(await _fixture.BytesAsync(PortableFormat.Json, ticket))).Append('\n');
                }

                Assert.Equal(tickets.Select(Show), (await ReadAsync(Encoding.UTF8.GetBytes(lines.ToString()))).Select(Show));
            },
            iter: 60);
    }

    [Theory]
    [InlineData(PortableFormat.Json)]
    [InlineData(PortableFormat.Csv)]
    [InlineData(PortableFormat.Markdown)]
    public async Task A_file_of_no_tickets_is_read_as_such(PortableFormat format) =>
        Assert.Empty(await ReadAsync(await _fixture.BytesAsync(format)));

    [Fact]
    public async Task Lines_of_no_tickets_are_an_empty_file_which_is_read_as_such_where_the_format_is_given()
    {
        Assert.Empty(await _fixture.BytesAsync(PortableFormat.JsonLines));
        await foreach (var result in new PortableReader().ReadAsync(new MemoryStream(), new() { Format = PortableFormat.JsonLines }, CancellationToken.None))
        {
            Assert.Fail(string.Join("; ", result.Problems));
        }
    }

    [Theory]
    [InlineData(PortableFormat.Json)]
    [InlineData(PortableFormat.JsonLines)]
    [InlineData(PortableFormat.Csv)]
    [InlineData(PortableFormat.Markdown)]
    public async Task The_largest_texts_of_the_contract_come_back(PortableFormat format)
    {
        var text = new string('\u2028', ContractLimits.TextLength);
        var ticket = PortableTickets.One();
        ticket = ticket with { Document = ticket.Document with { Summary = text, BusinessImpact = text, ReproductionSteps = [.. Enumerable.Repeat(text[..ContractLimits.LineLength], 40)] } };
        Assert.Empty(TicketExportDocumentValidator.Validate(ticket.Document));

        Assert.Equal([Show(ticket)], (await ReadAsync(await _fixture.BytesAsync(format, ticket))).Select(Show));
    }

    // Lists make records unequal; their JSON is compared in their place.
    private static string Show(PortableTicket ticket) => string.Join(
        '\n',
        Encoding.UTF8.GetString(TicketExportJson.ToUtf8Bytes(ticket.Document)),
        ticket.Account,
        ticket.DuplicateFingerprint,
        ticket.IdempotencyKey,
        ticket.ExportStatus,
        ticket.TargetId ?? "(none)",
        ticket.RetryAt?.UtcTicks);

    private static async Task<List<PortableTicket>> ReadAsync(byte[] bytes)
    {
        var tickets = new List<PortableTicket>();
        await foreach (var result in new PortableReader().ReadAsync(new MemoryStream(bytes), null, CancellationToken.None))
        {
            Assert.True(result.IsValid, string.Join("; ", result.Problems));
            tickets.Add(result.Ticket);
        }

        return tickets;
    }
}
