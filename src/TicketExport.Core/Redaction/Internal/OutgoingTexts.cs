using TicketExport.Contract;

namespace TicketExport.Redaction.Internal;

/// <summary>Judges a single text that is about to leave, such as a comment: the target's own secrets are masked always, the rest is for the account's gate.</summary>
internal sealed class OutgoingTexts(IRedactionGateSource gates)
{
    /// <param name="account">The account, whose gate is asked.</param>
    /// <param name="target">The target that the text is for.</param>
    /// <param name="credential">The target's secrets.</param>
    /// <param name="text">The path under which findings name the text, and the text.</param>
    /// <param name="cancellationToken">Given to the host's source of gates.</param>
    /// <returns>The verdict. Its text alone may be sent, also where nothing was found: it is what the gate has seen.</returns>
    public async Task<RedactedText> InspectAsync(
        AccountScope account,
        TicketTarget target,
        TicketCredential credential,
        (string Path, string Value) text,
        CancellationToken cancellationToken)
    {
        var gate = await gates.GetAsync(account.Id, cancellationToken).ConfigureAwait(false);
        var masked = new TargetSecrets(target, credential).MaskOutgoing(text.Value);
        var verdict = gate.Inspect(text.Path, masked);
        return masked == text.Value
            ? verdict
            : verdict with { Findings = verdict.Findings.Insert(0, new RedactionFinding(text.Path, RedactionLabels.CredentialRule, CanMask: true)) };
    }
}
