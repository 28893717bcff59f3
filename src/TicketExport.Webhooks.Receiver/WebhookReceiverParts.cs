using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace TicketExport.Webhooks.Receiver;

/// <summary>What a receiver works with, for use without a host.</summary>
public sealed class WebhookReceiverParts
{
    /// <summary>Where nonces are remembered.</summary>
    /// <value>Default: in memory.</value>
    public INonceStore NonceStore { get; init; } = new InMemoryNonceStore();

    /// <summary>Where answers are remembered.</summary>
    /// <value>Default: in memory.</value>
    public IAnswerStore AnswerStore { get; init; } = new InMemoryAnswerStore();

    /// <summary>Where secrets come from.</summary>
    /// <value>Default: <see langword="null"/>, which takes them from the options.</value>
    public IReceiverSecretSource? SecretSource { get; init; }

    /// <summary>What limits the rate of requests.</summary>
    /// <value>Default: <see langword="null"/>, which limits nothing.</value>
    public IReceiverRateLimit? RateLimit { get; init; }

    /// <summary>The receiver's clock.</summary>
    /// <value>Default: <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Where refusals and failures are logged. No body, header or secret is.</summary>
    /// <value>Default: nowhere.</value>
    public ILoggerFactory LoggerFactory { get; init; } = NullLoggerFactory.Instance;

    /// <summary>Makes the meter that counts requests, <see cref="TicketExportDiagnostics.MeterName"/>.</summary>
    /// <value>Default: <see langword="null"/>, which counts with a meter of the process.</value>
    public IMeterFactory? MeterFactory { get; init; }
}
