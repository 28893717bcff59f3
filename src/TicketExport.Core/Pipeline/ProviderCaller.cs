using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TicketExport.Diagnostics;
using TicketExport.Ledger;
using TicketExport.Providers;
using TicketExport.Redaction.Internal;

namespace TicketExport.Pipeline;

/// <summary>
/// Calls a provider under a deadline inside the lease, and cleans what it says. Never throws for what the provider does: whatever cannot be proven is
/// an unknown outcome.
/// </summary>
internal sealed partial class ProviderCaller(TimeProvider time, ExportTelemetry telemetry, ReceivedTexts texts, ILoggerFactory? loggers = null)
{
    /// <summary>Left of the lease for recording the outcome after the deadline struck.</summary>
    private static readonly TimeSpan RecordingMargin = TimeSpan.FromSeconds(2);

    /// <summary>The least time in which a call is worth starting.</summary>
    private static readonly TimeSpan LeastBudget = TimeSpan.FromSeconds(1);

    private readonly ILogger _logger = (loggers ?? NullLoggerFactory.Instance).CreateLogger<ProviderCaller>();

    /// <summary>How long a call may take under a claim; <see langword="null"/> when too little of the lease is left.</summary>
    public TimeSpan? BudgetOf(ExportClaim claim, ITicketProvider provider)
    {
        var left = claim.LeaseUntil - time.GetUtcNow() - RecordingMargin;
        var budget = left < provider.Sheet.Timeout ? left : provider.Sheet.Timeout;
        return budget < LeastBudget ? null : budget;
    }

    public async Task<CreateOutcome> CreateAsync(ITicketProvider provider, CreateTicketRequest request, TimeSpan budget, CancellationToken cancellationToken)
    {
        using var trace = telemetry.BeginAttempt(provider.Sheet.Key, "create");
        var outcome = await GuardedCreateAsync(provider, request, budget, cancellationToken).ConfigureAwait(false);
        trace.End(ProviderAnswer.Of(outcome));
        return outcome;
    }

    public async Task<FindOutcome> FindAsync(ITicketProvider provider, FindTicketRequest request, TimeSpan budget, CancellationToken cancellationToken)
    {
        using var trace = telemetry.BeginAttempt(provider.Sheet.Key, "find");
        var outcome = await GuardedFindAsync(provider, request, budget, cancellationToken).ConfigureAwait(false);
        trace.End(ProviderAnswer.Of(outcome));
        return outcome;
    }

    private async Task<CreateOutcome> GuardedCreateAsync(ITicketProvider provider, CreateTicketRequest request, TimeSpan budget, CancellationToken cancellationToken)
    {
        var answer = new ReceivedAnswer(await texts.OfAsync(request.Account, request.Target, request.Credential, request.Document, cancellationToken).ConfigureAwait(false));
        using var deadline = new CancellationTokenSource(budget, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            return answer.Clean(await provider.CreateAsync(request, linked.Token).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (linked.IsCancellationRequested)
        {
            return new CreateOutcome.Unknown(Interrupted(deadline.IsCancellationRequested, budget));
        }
        catch (Exception exception)
        {
            // The type alone: an adapter's message may quote what it sent.
            LogProviderThrew(provider.Sheet.Key, exception.GetType());
            return new CreateOutcome.Unknown(Threw(exception));
        }
    }

    private async Task<FindOutcome> GuardedFindAsync(ITicketProvider provider, FindTicketRequest request, TimeSpan budget, CancellationToken cancellationToken)
    {
        var answer = new ReceivedAnswer(await texts.OfAsync(request.Account, request.Target, request.Credential, document: null, cancellationToken).ConfigureAwait(false));
        using var deadline = new CancellationTokenSource(budget, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            return answer.Clean(await provider.FindAsync(request, linked.Token).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (linked.IsCancellationRequested)
        {
            return new FindOutcome.Failed(Interrupted(deadline.IsCancellationRequested, budget));
        }
        catch (Exception exception)
        {
            LogProviderThrew(provider.Sheet.Key, exception.GetType());
            return new FindOutcome.Failed(Threw(exception));
        }
    }

    private static ProviderFault Interrupted(bool byDeadline, TimeSpan budget) => new()
    {
        Reason = FailureReason.Ambiguous,
        Message = byDeadline
            ? $"No answer within {budget.TotalSeconds:0.#} s. The ticket may exist; it is looked for before anything is sent again."
            : "The call was cancelled after it began. The ticket may exist; it is looked for before anything is sent again.",
    };

    private static ProviderFault Threw(Exception exception) => new()
    {
        Reason = FailureReason.Ambiguous,
        Message = $"The provider ended with {exception.GetType().Name} instead of an outcome. The ticket may exist; it is looked for before anything is sent again.",
    };

    [LoggerMessage(EventId = 1001, Level = LogLevel.Error, Message = "Provider {Provider} threw {ExceptionType} instead of giving an outcome; the outcome is read as unknown.")]
    private partial void LogProviderThrew(string provider, Type exceptionType);
}
