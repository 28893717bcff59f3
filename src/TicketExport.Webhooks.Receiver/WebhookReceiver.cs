using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TicketExport.Webhooks.Receiver.Internal;

namespace TicketExport.Webhooks.Receiver;

/// <summary>Receives signed deliveries at one endpoint: verifies them, refuses replays, and does the work of each once.</summary>
/// <remarks>
/// Thread-safe; keep one instance per endpoint. Untrusted input never throws. <see cref="VerifyAsync"/> only checks;
/// <see cref="HandleAsync"/> and <see cref="HandleStreamAsync"/> also guard the work and give the answer to send. The body must be the exact bytes that came in.
/// </remarks>
public sealed partial class WebhookReceiver
{
    private const int MaximumNameLength = 64;

    private readonly RequestVerifier _verifier;
    private readonly DeliveryGuard _guard;
    private readonly ReceiverTelemetry _telemetry;
    private readonly ILogger _logger;

    /// <summary>Makes a receiver without a host.</summary>
    /// <param name="options">How deliveries are signed, and with which secrets.</param>
    /// <param name="parts">Stores, clock and log; <see langword="null"/> for the defaults, which keep everything in memory.</param>
    /// <param name="name">The endpoint's name, which scopes nonces and keys in the stores: 1 to 64 characters.</param>
    /// <exception cref="OptionsValidationException">An option is out of its range; the message names each.</exception>
    public WebhookReceiver(WebhookReceiverOptions options, WebhookReceiverParts? parts = null, string name = WebhookReceiverDefaults.Name)
        : this(name, () => options, parts ?? new WebhookReceiverParts())
    {
        ArgumentNullException.ThrowIfNull(options);
        var result = new WebhookReceiverOptionsRules().Validate(name, options);
        if (result.Failed)
        {
            throw new OptionsValidationException(name, typeof(WebhookReceiverOptions), result.Failures);
        }
    }

    internal WebhookReceiver(string name, Func<WebhookReceiverOptions> options, WebhookReceiverParts parts)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(name.Length, MaximumNameLength, nameof(name));
        Name = name;
        _logger = parts.LoggerFactory.CreateLogger<WebhookReceiver>();
        _verifier = new RequestVerifier(name, options, parts);
        _guard = new DeliveryGuard(parts.AnswerStore, parts.TimeProvider, _logger);
        _telemetry = new ReceiverTelemetry(name, parts.MeterFactory);
    }

    /// <summary>The endpoint's name.</summary>
    public string Name { get; }

    /// <summary>Checks a request: rate, secrets, size, signature, time window, nonce, contract. Does not guard the work.</summary>
    /// <remarks>
    /// The nonce of a verified delivery counts as used, so check a request once. Do the work of one <see cref="WebhookDelivery.IdempotencyKey"/>
    /// once, or let <see cref="HandleAsync"/> see to it.
    /// </remarks>
    /// <param name="headers">All headers; one that came twice is there twice.</param>
    /// <param name="body">The exact bytes that came in.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <exception cref="TicketExportException">The nonce store failed; what the host's own parts throw comes through as well. Let nothing in.</exception>
    public async Task<VerificationResult> VerifyAsync(
        IEnumerable<KeyValuePair<string, string>> headers,
        ReadOnlyMemory<byte> body,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(headers);
        var (admission, refusal) = await _verifier.AdmitAsync(headers, cancellationToken).ConfigureAwait(false);
        var result = admission is null
            ? new VerificationResult.Refused(refusal!)
            : await _verifier.VerifyAsync(admission, body, cancellationToken).ConfigureAwait(false);
        Note(result);
        return result;
    }

    /// <summary>Checks a request, does its work once, and gives the answer to send.</summary>
    /// <param name="headers">All headers; one that came twice is there twice.</param>
    /// <param name="body">The exact bytes that came in.</param>
    /// <param name="handler">Does the work. Called at most once at a time for one idempotency key, and never again after it accepted.</param>
    /// <param name="cancellationToken">Ends with the request; reaches the handler.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Task<ReceiverResponse> HandleAsync(
        IEnumerable<KeyValuePair<string, string>> headers,
        ReadOnlyMemory<byte> body,
        Func<WebhookDelivery, CancellationToken, Task<DeliveryAnswer>> handler,
        CancellationToken cancellationToken = default) =>
        HandleCoreAsync(headers, _ => Task.FromResult<ReadOnlyMemory<byte>?>(body), handler, cancellationToken);

    /// <summary>Checks a request whose body has not been read yet, does its work once, and gives the answer to send.</summary>
    /// <param name="headers">All headers; one that came twice is there twice.</param>
    /// <param name="body">The body as it comes in; read to its end, or to the limit of its size.</param>
    /// <param name="handler">Does the work. Called at most once at a time for one idempotency key, and never again after it accepted.</param>
    /// <param name="cancellationToken">Ends with the request; reaches the handler.</param>
    /// <exception cref="IOException">The body cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Task<ReceiverResponse> HandleStreamAsync(
        IEnumerable<KeyValuePair<string, string>> headers,
        Stream body,
        Func<WebhookDelivery, CancellationToken, Task<DeliveryAnswer>> handler,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(body);
        return HandleCoreAsync(headers, limit => BodyReader.ReadAsync(body, limit, cancellationToken), handler, cancellationToken);
    }

    private async Task<ReceiverResponse> HandleCoreAsync(
        IEnumerable<KeyValuePair<string, string>> headers,
        Func<int, Task<ReadOnlyMemory<byte>?>> readBody,
        Func<WebhookDelivery, CancellationToken, Task<DeliveryAnswer>> handler,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(headers);
        ArgumentNullException.ThrowIfNull(handler);
        var failed = Responses.Refused(RefusalReason.StoreUnavailable);
        var (admission, refusal) = await GuardAsync(() => _verifier.AdmitAsync(headers, cancellationToken), (null, failed), cancellationToken).ConfigureAwait(false);
        if (admission is null)
        {
            return Note(refusal!);
        }

        if (await readBody(admission.Options.MaxBodyBytes).ConfigureAwait(false) is not { } body)
        {
            return Note(Responses.Refused(RefusalReason.TooLarge));
        }

        return Note(await GuardAsync(() => AnswerAsync(admission, body, handler, cancellationToken), failed, cancellationToken).ConfigureAwait(false));
    }

    private async Task<ReceiverResponse> AnswerAsync(
        Admission admission,
        ReadOnlyMemory<byte> body,
        Func<WebhookDelivery, CancellationToken, Task<DeliveryAnswer>> handler,
        CancellationToken cancellationToken)
    {
        var result = await _verifier.VerifyAsync(admission, body, cancellationToken).ConfigureAwait(false);
        return result switch
        {
            VerificationResult.Verified verified =>
                await _guard.RunAsync(verified.Delivery, admission.Options, handler, cancellationToken).ConfigureAwait(false),
            VerificationResult.Ignored ignored => ignored.Response,
            VerificationResult.Refused refused => refused.Response,
            _ => throw new InvalidOperationException("VerificationResult is a closed set."),
        };
    }

    // A vault, a limiter or a store of the host that fails closes the door for now, and the sender comes back.
    private async Task<T> GuardAsync<T>(Func<Task<T>> step, T failed, CancellationToken cancellationToken)
    {
        try
        {
            return await step().ConfigureAwait(false);
        }
        catch (Exception exception) when (!(exception is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            LogPartFailed(_logger, exception, Name);
            return failed;
        }
    }

    private void Note(VerificationResult result)
    {
        switch (result)
        {
            case VerificationResult.Refused refused:
                Note(refused.Response);
                break;
            case VerificationResult.Ignored ignored:
                Note(ignored.Response);
                break;
            default:
                _telemetry.CountVerified();
                break;
        }
    }

    // Once for each request.
    private ReceiverResponse Note(ReceiverResponse response)
    {
        _telemetry.Count(response);
        if (response.Reason == RefusalReason.NotConfigured)
        {
            LogNotConfigured(_logger, Name);
        }
        else if (response.Reason != RefusalReason.Unknown)
        {
            LogRefused(_logger, Name, response.Status, response.Reason);
        }

        return response;
    }

    [LoggerMessage(EventId = 1090, Level = LogLevel.Information, Message = "A request to {Endpoint} was refused with {Status}: {Reason}.")]
    private static partial void LogRefused(ILogger logger, string endpoint, int status, RefusalReason reason);

    [LoggerMessage(EventId = 1093, Level = LogLevel.Warning, Message = "A request to {Endpoint} was refused because the endpoint has no usable secret. Set Secrets in its options, or let the secret source give one.")]
    private static partial void LogNotConfigured(ILogger logger, string endpoint);

    [LoggerMessage(EventId = 1094, Level = LogLevel.Error, Message = "A request to {Endpoint} was refused because a store, the secret source or the rate limit failed.")]
    private static partial void LogPartFailed(ILogger logger, Exception exception, string endpoint);
}
