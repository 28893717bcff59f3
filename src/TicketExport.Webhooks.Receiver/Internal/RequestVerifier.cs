using Microsoft.Extensions.Options;
using TicketExport.Signing;

namespace TicketExport.Webhooks.Receiver.Internal;

/// <summary>Decides step by step whether a request is a delivery. What costs more comes later, and nothing is parsed before it is proven.</summary>
internal sealed class RequestVerifier(string endpoint, Func<WebhookReceiverOptions> options, WebhookReceiverParts parts)
{
    private readonly LiveSecrets _secrets = new();

    /// <summary>What can be said before the body is read: rate, secrets, declared length.</summary>
    public async Task<(Admission? Admission, ReceiverResponse? Refusal)> AdmitAsync(
        IEnumerable<KeyValuePair<string, string>> headers,
        CancellationToken cancellationToken)
    {
        if (parts.RateLimit is { } limit && await limit.CheckAsync(endpoint, cancellationToken).ConfigureAwait(false) is { } wait)
        {
            return (null, Responses.Refused(RefusalReason.RateLimited, wait));
        }

        var current = ReadOptions();
        if (current is null)
        {
            return (null, Responses.Refused(RefusalReason.NotConfigured));
        }

        var profile = WebhookProfiles.Get(current.Profile);
        var texts = parts.SecretSource is { } source
            ? await source.GetAsync(endpoint, cancellationToken).ConfigureAwait(false)
            : [.. current.Secrets];
        if (_secrets.Read(profile, texts) is not { } secrets)
        {
            return (null, Responses.Refused(RefusalReason.NotConfigured));
        }

        var set = new HeaderSet(headers);
        return set.DeclaredLength > current.MaxBodyBytes
            ? (null, Responses.Refused(RefusalReason.TooLarge))
            : (new Admission(current, profile, secrets, set), null);
    }

    public async Task<VerificationResult> VerifyAsync(Admission admission, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var (current, profile, secrets, headers) = admission;
        if (body.Length > current.MaxBodyBytes)
        {
            return Refuse(RefusalReason.TooLarge);
        }

        var now = parts.TimeProvider.GetUtcNow();
        var request = new ReceivedRequest(endpoint, headers, WebhookHeaders.WithPrefix(current.HeaderPrefix), body, now);
        var verdict = profile.Verify(secrets, request, current.Tolerance);
        if (verdict != SignatureVerdict.Valid)
        {
            return Refuse(ToReason(verdict));
        }

        if (profile.Nonce(request) is { } nonce
            && await parts.NonceStore.AddAsync(endpoint, nonce, now, now + current.NonceLifetime, cancellationToken).ConfigureAwait(false) is var result and not NonceResult.Added)
        {
            return Refuse(result == NonceResult.Full ? RefusalReason.StoreUnavailable : RefusalReason.NonceReplayed);
        }

        var (delivery, response) = profile.Read(request);
        return delivery is not null ? new VerificationResult.Verified(delivery)
            : response!.IsIgnored ? new VerificationResult.Ignored(response)
            : new VerificationResult.Refused(response);
    }

    // Options that a reload broke close the endpoint; which rule they break is in the host's own log of the reload and at its next start.
    private WebhookReceiverOptions? ReadOptions()
    {
        try
        {
            return options();
        }
        catch (OptionsValidationException)
        {
            return null;
        }
    }

    private static VerificationResult.Refused Refuse(RefusalReason reason) => new(Responses.Refused(reason));

    private static RefusalReason ToReason(SignatureVerdict verdict) => verdict switch
    {
        SignatureVerdict.Missing => RefusalReason.SignatureMissing,
        SignatureVerdict.Malformed => RefusalReason.SignatureMalformed,
        SignatureVerdict.OutsideWindow => RefusalReason.OutsideWindow,
        SignatureVerdict.NoSecret => RefusalReason.NotConfigured,
        _ => RefusalReason.SignatureMismatch,
    };
}
