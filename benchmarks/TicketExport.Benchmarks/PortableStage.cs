using System.Text;
using Microsoft.Extensions.DependencyInjection;
using TicketExport.Contract;
using TicketExport.Identity;
using TicketExport.Portable;
using TicketExport.Redaction;

namespace TicketExport.Benchmarks;

/// <summary>An exporter of portable files, and the tickets of a file of 100,000.</summary>
internal sealed class PortableStage : IDisposable
{
    public const int Tickets = 100_000;

    private readonly ServiceProvider _services;

    public PortableStage(RedactionMode redaction)
    {
        var services = new ServiceCollection();
        services.Configure<TicketExportOptions>(options => options.Redaction.Mode = redaction);
        services.AddTicketExport().AddPortable(static options => options.CsvByteOrderMark = false);
        _services = services.BuildServiceProvider();
    }

    /// <summary>The one ticket that all of them are, so that making tickets costs nothing.</summary>
    public static PortableTicket Ticket { get; } = Create();

    /// <summary>Writes the file of all tickets into a counter.</summary>
    /// <returns>Its bytes.</returns>
    public async Task<long> WriteAsync(PortableFormat format)
    {
        var target = new ByteCounter();
        await _services.GetRequiredService<IPortableExporter>().WriteAsync(format, Stream(Tickets), target);
        return target.Bytes;
    }

    /// <summary>The file of a single ticket, as text.</summary>
    public async Task<string> TextAsync(PortableFormat format)
    {
        using var target = new MemoryStream();
        await _services.GetRequiredService<IPortableExporter>().WriteAsync(format, Stream(1), target);
        return Encoding.UTF8.GetString(target.GetBuffer(), 0, (int)target.Length);
    }

    public void Dispose() => _services.Dispose();

    private static async IAsyncEnumerable<PortableTicket> Stream(int count)
    {
        await Task.CompletedTask;
        for (var i = 0; i < count; i++)
        {
            yield return Ticket;
        }
    }

    private static PortableTicket Create()
    {
        var account = new AccountScope { Id = "456", ProjectId = "789" };
        var document = new TicketExportDocument
        {
            Source = new()
            {
                Type = SourceTypes.ReportIssue,
                RecordId = "42",
                Title = "Checkout form drops validation state",
                Severity = TicketSeverity.High,
                Category = "functional",
                Status = "open",
                ReportId = "12",
                IssueId = "42",
                Fingerprint = "shop-42",
                AffectedUrl = "https://store.example.test/checkout",
                RelatedIssueIds = ["43", "44"],
            },
            Title = "Fix the validation state of the checkout form",
            Summary = "The form loses what the customer entered when the payment fails, and shows no error beside the field.",
            BusinessImpact = "Customers give up at the last step.",
            ReproductionSteps = ["Open the checkout.", "Enter a card that is refused.", "Press pay."],
            EvidenceLinks = [new() { Label = "Recording", Url = "https://app.example.test/evidence/42", Type = "report", AttachmentAllowed = false }],
            AcceptanceCriteria = [new() { Description = "The form keeps its values.", EvidenceRequired = true, VerificationHint = "Repeat the steps." }],
            Labels = ["webriskops", "checkout"],
            Priority = TicketPriority.High,
        };
        var fingerprint = DuplicateFingerprint.Compute(account, document.Source);
        return new()
        {
            Document = document,
            Account = account,
            DuplicateFingerprint = fingerprint,
            IdempotencyKey = IdempotencyKey.Compute(fingerprint, "acme", 1),
            ExportStatus = ExportStatus.Portable,
            TargetId = "acme",
        };
    }
}
