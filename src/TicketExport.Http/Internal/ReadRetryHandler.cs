using Polly;
using Polly.Retry;

namespace TicketExport.Http.Internal;

// Sends reads again, and nothing else. Not one of the platform's resilience handlers, which AddTicketHttpClient removes; its waits are as
// real as those of a connection, so they follow no TimeProvider of the host.
internal sealed class ReadRetryHandler : DelegatingHandler
{
    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline;

    public ReadRetryHandler(TicketHttpClientOptions options)
    {
        _pipeline = options.ReadRetries < 1
            ? ResiliencePipeline<HttpResponseMessage>.Empty
            : new ResiliencePipelineBuilder<HttpResponseMessage>()
                .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
                {
                    MaxRetryAttempts = options.ReadRetries,
                    Delay = options.ReadRetryDelay,
                    BackoffType = DelayBackoffType.Exponential,
                    UseJitter = true,
                    ShouldHandle = static arguments => ValueTask.FromResult(IsPassing(arguments.Outcome)),
                })
                .Build();
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        request.Method == HttpMethod.Get || request.Method == HttpMethod.Head
            ? RetryAsync(request, cancellationToken)
            : base.SendAsync(request, cancellationToken);

    private async Task<HttpResponseMessage> RetryAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        await _pipeline
            .ExecuteAsync(
                static async (state, token) => await state.Handler.SendOnceAsync(state.Request, token).ConfigureAwait(false),
                (Handler: this, Request: request),
                cancellationToken)
            .ConfigureAwait(false);

    private Task<HttpResponseMessage> SendOnceAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        base.SendAsync(request, cancellationToken);

    // A server that names a time to wait is obeyed by the export's own clock, not here.
    private static bool IsPassing(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Exception: HttpRequestException failure } => UnsafeAddressException.RuleOf(failure) is null && failure.HttpRequestError is not HttpRequestError.SecureConnectionError,
        { Result: { } answer } => (int)answer.StatusCode is 502 or 503 or 504 && !answer.Headers.NonValidated.Contains("Retry-After"),
        _ => false,
    };
}
