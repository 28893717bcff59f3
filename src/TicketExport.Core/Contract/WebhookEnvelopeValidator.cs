using System.Collections.Immutable;
using TicketExport.Contract.Internal;

namespace TicketExport.Contract;

/// <summary>Names everything in an envelope that breaks the contract, its document included.</summary>
public static class WebhookEnvelopeValidator
{
    /// <summary>Checks an envelope by the same rules that <see cref="TicketExportJson.ReadEnvelope"/> reads JSON by.</summary>
    /// <returns>Every broken field at once; empty when the envelope is good.</returns>
    public static ImmutableArray<ContractViolation> Validate(WebhookEnvelope envelope)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        return ContractCheck.Validate(envelope, EnvelopeRules.Envelope, ContractJsonContext.Default.WebhookEnvelope);
    }
}
