using Microsoft.Extensions.Configuration;
using TicketExport.Mock;

namespace TicketExport.Configuration;

/// <summary>Makes the default target of flat keys such as <c>TICKET_PROVIDER</c>. Pure.</summary>
internal static class KeyedTarget
{
    /// <summary>Fills what the target does not set itself.</summary>
    /// <param name="target">The target.</param>
    /// <param name="keys">The configuration that holds the keys at its root.</param>
    /// <param name="isStrict">Whether a value that names no provider is refused instead of read as the mock provider.</param>
    /// <param name="needsSecret">Whether secrets come from these keys, and not from a vault.</param>
    public static void Apply(TicketTargetOptions target, IConfiguration keys, bool isStrict, bool needsSecret)
    {
        var value = keys[TicketExportKeys.Provider]?.Trim();
        var known = KeyedProvider.Find(string.IsNullOrEmpty(value) ? MockDefaults.Key : value);
        var provider = known ?? KeyedProvider.Find(MockDefaults.Key)!;
        target.Provider = provider.Value;

        // Whoever sets the host's environment says where its tickets go.
        target.OwnershipConfirmed = true;
        Fill(target, provider, keys);
        target.Keyed = known is null
            ? Unknown(isStrict)
            : GapOf(provider, keys, target, needsSecret) ?? new KeyedOrigin(TicketExportKeys.Provider);
    }

    private static void Fill(TicketTargetOptions target, KeyedProvider provider, IConfiguration keys)
    {
        target.BaseUrl ??= provider.BaseUrl is { } key && !string.IsNullOrWhiteSpace(keys[key]) ? keys[key]!.Trim() : null;
        foreach (var (name, value) in provider.Fixed)
        {
            target.Settings.TryAdd(name, value);
        }

        foreach (var (absent, name, value) in provider.WithoutKey)
        {
            if (string.IsNullOrWhiteSpace(keys[absent]))
            {
                target.Settings.TryAdd(name, value);
            }
        }

        foreach (var (from, name) in provider.Settings.Add((TicketExportKeys.NetworkPolicy, "network_policy")))
        {
            Add(target.Settings, name, keys[from]);
        }

        foreach (var (from, name) in provider.Secret is { } secret ? provider.Credentials.Add(secret) : provider.Credentials)
        {
            Add(target.Credentials, name, keys[from]);
        }
    }

    private static KeyedOrigin? GapOf(KeyedProvider provider, IConfiguration keys, TicketTargetOptions target, bool needsSecret)
    {
        var missing = new List<string>();
        if (provider.BaseUrl is { } address && string.IsNullOrWhiteSpace(target.BaseUrl))
        {
            missing.Add(address);
        }

        if (needsSecret && provider.Secret is { } secret && !target.Credentials.ContainsKey(secret.Name))
        {
            missing.Add(secret.Key);
        }

        return missing.Count == 0 ? null : new KeyedOrigin(
            missing[0],
            Gap: $"{ExportCodes.ProviderNotConfigured}: {TicketExportKeys.Provider} is '{provider.Value}', and {string.Join(" and ", missing)} {(missing.Count == 1 ? "is" : "are")} not set. Nothing was sent; set {(missing.Count == 1 ? "it" : "them")} in the host's environment or configuration.");
    }

    // The value is not repeated: somebody may have put a token into the wrong variable.
    private static KeyedOrigin Unknown(bool isStrict)
    {
        var message = $"{TicketExportKeys.Provider} names no provider. Set it to one of {KeyedProvider.Values}.";
        return isStrict
            ? new(TicketExportKeys.Provider, Gap: $"{ExportCodes.ProviderNotConfigured}: {message} Nothing was sent: in Production nothing falls back to the mock provider.")
            : new(TicketExportKeys.Provider, Caution: $"{message} Until then tickets come from the mock provider and are not real.");
    }

    private static void Add(IDictionary<string, string> texts, string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            texts.TryAdd(name, value.Trim());
        }
    }
}
