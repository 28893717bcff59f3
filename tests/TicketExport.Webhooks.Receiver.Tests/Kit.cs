using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace TicketExport.Webhooks.Receiver.Tests;

/// <summary>A receiver with a clock of its own, everything it logged, and a handler that counts its calls.</summary>
internal sealed class Kit
{
    public Kit(Action<WebhookReceiverOptions>? configure = null, WebhookReceiverParts? parts = null)
    {
        Options.Secrets.Add(Delivery.Secret);
        configure?.Invoke(Options);
        Receiver = new WebhookReceiver(Options, new WebhookReceiverParts
        {
            TimeProvider = Time,
            LoggerFactory = Log,
            NonceStore = parts?.NonceStore ?? new InMemoryNonceStore(),
            AnswerStore = parts?.AnswerStore ?? new InMemoryAnswerStore(),
            SecretSource = parts?.SecretSource,
            RateLimit = parts?.RateLimit,
            MeterFactory = parts?.MeterFactory,
        });
    }

    public FakeTimeProvider Time { get; } = new(Delivery.Now);

    public LogSink Log { get; } = new();

    public WebhookReceiverOptions Options { get; } = new();

    public WebhookReceiver Receiver { get; }

    /// <summary>What the handler was called with, in order.</summary>
    public ConcurrentQueue<WebhookDelivery> Handled { get; } = new();

    /// <summary>What the handler answers.</summary>
    public Func<WebhookDelivery, CancellationToken, Task<DeliveryAnswer>> Answer { get; set; } = (_, _) => Task.FromResult(DeliveryAnswer.Accepted());

    public Task<VerificationResult> VerifyAsync(Delivery delivery) => Receiver.VerifyAsync(delivery.Headers, delivery.Body);

    public Task<ReceiverResponse> HandleAsync(Delivery delivery, CancellationToken cancellationToken = default) =>
        Receiver.HandleAsync(
            delivery.Headers,
            delivery.Body,
            (verified, token) =>
            {
                Handled.Enqueue(verified);
                return Answer(verified, token);
            },
            cancellationToken);

    public async Task<ReceiverResponse> RefuseAsync(Delivery delivery, RefusalReason reason)
    {
        var before = Handled.Count;
        var response = await HandleAsync(delivery);
        Assert.Equal(reason, response.Reason);
        Assert.Equal(before, Handled.Count);
        return response;
    }

    internal sealed class LogSink : ILoggerFactory, ILogger
    {
        private readonly ConcurrentQueue<(LogLevel Level, int Id, string Text)> _entries = new();

        public IReadOnlyCollection<(LogLevel Level, int Id, string Text)> Entries => _entries;

        public void Clear() => _entries.Clear();

        public string Text => string.Join('\n', _entries.Select(static entry => entry.Text));

        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _entries.Enqueue((logLevel, eventId.Id, $"{formatter(state, exception)} {exception}"));

        public void Dispose()
        {
        }
    }
}
