using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TicketExport.Contract;

namespace TicketExport.Redaction.Internal;

/// <summary>Makes what cleans the answers of one call, before the call is made.</summary>
internal sealed partial class ReceivedTexts(IRedactionGateSource gates, ILoggerFactory? loggers = null)
{
    private readonly ILogger _logger = (loggers ?? NullLoggerFactory.Instance).CreateLogger<ReceivedTexts>();

    /// <param name="account">The account, whose gate is asked.</param>
    /// <param name="target">The target that is called.</param>
    /// <param name="credential">The target's secrets.</param>
    /// <param name="document">What the call sends, if it sends one.</param>
    /// <param name="cancellationToken">Given to the host's source of gates.</param>
    /// <returns>Withholds every text where the host's source of gates fails: a call that has its intent written must go on.</returns>
    public async Task<ReceivedText> OfAsync(
        AccountScope account,
        TicketTarget target,
        TicketCredential credential,
        TicketExportDocument? document,
        CancellationToken cancellationToken) =>
        new(await GateAsync(account.Id, cancellationToken).ConfigureAwait(false), new TargetSecrets(target, credential), document);

    private async Task<Func<string, string>> GateAsync(string accountId, CancellationToken cancellationToken)
    {
        try
        {
            var gate = await gates.GetAsync(accountId, cancellationToken).ConfigureAwait(false);
            return text => Mask(gate, text);
        }
        catch (Exception exception)
        {
            LogWithheld(exception.GetType());
            return static _ => RedactionLabels.Withheld;
        }
    }

    // The gate may be the host's. The ticket may stand already, and its outcome must be written whatever the gate does.
    private string Mask(IRedactionGate gate, string text)
    {
        try
        {
            return gate.Mask(text);
        }
        catch (Exception exception)
        {
            LogWithheld(exception.GetType());
            return RedactionLabels.Withheld;
        }
    }

    [LoggerMessage(EventId = 1070, Level = LogLevel.Error, Message = "The redaction gate ended with {ExceptionType}; the tracker's text is withheld. Repair the host's IRedactionGateSource or its gates.")]
    private partial void LogWithheld(Type exceptionType);
}
