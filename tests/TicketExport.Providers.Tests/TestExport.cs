using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TicketExport.Contract;
using TicketExport.Identity;
using TicketExport.Rendering;

namespace TicketExport.Providers;

/// <summary>A host with one provider, everything it logged, and requests as the exporter would make them.</summary>
internal sealed class TestExport : IAsyncDisposable
{
    public const string TargetId = "acme-hook";

    private readonly LogSink _log = new();
    private readonly ServiceProvider _services;

    public TestExport(Action<TicketExportBuilder> configure, TimeProvider? time = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton(time ?? TimeProvider.System);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_log));
        configure(services.AddTicketExport());
        _services = services.BuildServiceProvider();
    }

    public ITicketProvider Provider => _services.GetServices<ITicketProvider>().Single();

    public ITicketExporter Exporter => _services.GetRequiredService<ITicketExporter>();

    public T Service<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public string LogText => _log.ToString();

    public static AccountScope Account { get; } = new() { Id = "456", ProjectId = "789" };

    public static TicketExportDocument Document(string recordId = "42") => new()
    {
        Source = new TicketSource
        {
            Type = SourceTypes.ReportIssue,
            RecordId = recordId,
            Title = "Checkout form drops validation state",
            Severity = TicketSeverity.High,
            Category = "checkout_forms",
            Status = "open",
            IssueId = recordId,
            Fingerprint = $"checkout-{recordId}",
        },
        Title = "Fix checkout validation state",
        Summary = "The form drops its state – für alle Kunden.",
        Priority = TicketPriority.High,
        Labels = ["shop"],
    };

    public async Task<CreateTicketRequest> RequestAsync(string recordId = "42", int attempt = 1)
    {
        var target = (await _services.GetRequiredService<ITicketTargetSource>().FindAsync(Account.Id, TargetId, CancellationToken.None))!;
        var document = Document(recordId);
        return new CreateTicketRequest
        {
            Account = Account,
            Target = target,
            Credential = (await _services.GetRequiredService<ITicketCredentialSource>().GetAsync(Account.Id, target, CancellationToken.None))!,
            Document = document,
            Body = TicketBodyComposer.Compose(document, DateTimeOffset.UnixEpoch),
            Keys = ExportKeys.Compute(Account, document.Source, target, generation: 1),
            Attempt = attempt,
        };
    }

    public async Task<CreateOutcome> CreateAsync(string recordId = "42", int attempt = 1, CancellationToken cancellationToken = default) =>
        await Provider.CreateAsync(await RequestAsync(recordId, attempt), cancellationToken);

    public async Task<FindOutcome> FindAsync(string recordId = "42", CancellationToken cancellationToken = default)
    {
        var request = await RequestAsync(recordId);
        return await Provider.FindAsync(
            new FindTicketRequest
            {
                Account = request.Account,
                Target = request.Target,
                Credential = request.Credential,
                Keys = request.Keys,
                AttemptStartedAt = DateTimeOffset.UnixEpoch,
            },
            cancellationToken);
    }

    public Task<ExportResult> ExportAsync() =>
        Exporter.ExportAsync(new ExportRequest { Account = Account, TargetId = TargetId, Document = Document() });

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private sealed class LogSink : ILoggerProvider, ILogger
    {
        private readonly StringBuilder _text = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Append(Convert.ToString(state, CultureInfo.InvariantCulture));
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Append($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }

        public override string ToString()
        {
            lock (_text)
            {
                return _text.ToString();
            }
        }

        private void Append(string? line)
        {
            lock (_text)
            {
                _text.AppendLine(line);
            }
        }
    }
}
