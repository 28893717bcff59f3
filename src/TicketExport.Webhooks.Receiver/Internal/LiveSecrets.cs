using TicketExport.Signing;

namespace TicketExport.Webhooks.Receiver.Internal;

/// <summary>The live secrets in the form that verifies, kept for as long as their texts stay the same.</summary>
internal sealed class LiveSecrets
{
    private volatile Entry? _last;

    /// <summary>Gives the secrets; <see langword="null"/> where there is none, one is unusable or there are too many.</summary>
    public IReadOnlyList<WebhookSecret>? Read(IWebhookProfile profile, IReadOnlyList<string> texts)
    {
        var last = _last;
        if (last is not null && ReferenceEquals(last.Profile, profile) && last.Texts.SequenceEqual(texts, StringComparer.Ordinal))
        {
            return last.Secrets;
        }

        if (texts.Count is 0 or > WebhookReceiverOptionsRules.MaximumSecrets || !texts.All(text => WebhookReceiverOptionsRules.IsUsable(profile, text)))
        {
            return null;
        }

        _last = last = new Entry(profile, [.. texts], [.. texts.Select(profile.ReadSecret)]);
        return last.Secrets;
    }

    private sealed record Entry(IWebhookProfile Profile, string[] Texts, WebhookSecret[] Secrets);
}
