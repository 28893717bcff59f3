using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TicketExport.Diagnostics;
using TicketExport.Providers;
using TicketExport.Redaction.Internal;

namespace TicketExport.Pipeline;

/// <summary>
/// Calls an ability of a provider under a deadline. Never throws for what the provider does: what cannot be proven is told as such.
/// </summary>
internal sealed partial class AbilityCaller(TimeProvider time, ExportTelemetry telemetry, ReceivedTexts texts, ILoggerFactory? loggers = null)
{
    private readonly ILogger _logger = (loggers ?? NullLoggerFactory.Instance).CreateLogger<AbilityCaller>();

    public async Task<TOutcome> CallAsync<TOutcome>(
        ITicketProvider provider,
        AbilityCall<TOutcome> call,
        TimeSpan budget,
        CancellationToken cancellationToken)
    {
        var scope = call.Scope;
        var answer = new ReceivedAnswer(await texts.OfAsync(scope.Account, scope.Target, scope.Credential, scope.Document, cancellationToken).ConfigureAwait(false));
        using var trace = telemetry.BeginAttempt(provider.Sheet.Key, call.Operation);
        var outcome = call.Clean(answer, await GuardedAsync(provider, call, budget, cancellationToken).ConfigureAwait(false));
        var (word, fault) = call.Describe(outcome);
        trace.End(word, fault, isError: fault is not null);
        return outcome;
    }

    private async Task<TOutcome> GuardedAsync<TOutcome>(
        ITicketProvider provider,
        AbilityCall<TOutcome> call,
        TimeSpan budget,
        CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(budget, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            return await call.Run(linked.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (linked.IsCancellationRequested)
        {
            return call.NotProven(new ProviderFault
            {
                Reason = call.DoubtReason,
                Message = deadline.IsCancellationRequested
                    ? $"No answer within {budget.TotalSeconds:0.#} s. {call.Doubt}"
                    : $"The call was cancelled after it began. {call.Doubt}",
            });
        }
        catch (Exception exception)
        {
            // The type alone: an adapter's message may quote what it sent.
            LogProviderThrew(provider.Sheet.Key, exception.GetType(), call.Operation);
            return call.NotProven(new ProviderFault
            {
                Reason = call.DoubtReason == FailureReason.Ambiguous ? FailureReason.Ambiguous : FailureReason.Unknown,
                Message = $"The provider ended with {exception.GetType().Name} instead of an outcome. {call.Doubt}",
            });
        }
    }

    [LoggerMessage(EventId = 1040, Level = LogLevel.Error, Message = "Provider {Provider} threw {ExceptionType} instead of giving an outcome of {Operation}; nothing is taken for proven.")]
    private partial void LogProviderThrew(string provider, Type exceptionType, string operation);
}
