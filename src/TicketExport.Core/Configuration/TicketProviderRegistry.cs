using System.Collections.Frozen;
using TicketExport.Providers;

namespace TicketExport.Configuration;

/// <summary>Finds the provider of a key or alias.</summary>
internal sealed class TicketProviderRegistry
{
    private readonly FrozenDictionary<string, ITicketProvider> _byKey;

    public TicketProviderRegistry(IEnumerable<ITicketProvider> providers)
    {
        var byKey = new Dictionary<string, ITicketProvider>(StringComparer.OrdinalIgnoreCase);
        foreach (var provider in providers)
        {
            CheckSheet(provider);
            foreach (var key in provider.Sheet.Aliases.Prepend(provider.Sheet.Key))
            {
                if (!byKey.TryAdd(key, provider))
                {
                    throw new InvalidOperationException(
                        $"Two providers claim the key '{key}': {byKey[key].GetType()} and {provider.GetType()}. Register one of them, or change ProviderSheet.Key or Aliases of the other.");
                }
            }
        }

        _byKey = byKey.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    public ITicketProvider? Find(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>What to do about a key that nobody serves, as one sentence.</summary>
    public string DescribeMissing(string key)
    {
        var known = _byKey.Count == 0 ? "none" : string.Join(", ", _byKey.Keys.Order(StringComparer.Ordinal));
        return $"No provider is registered for '{key}' (registered: {known}). Register it on the builder, as in services.AddTicketExport().AddMock() or .AddProvider<YourProvider>().";
    }

    private static void CheckSheet(ITicketProvider provider)
    {
        if (provider.Sheet.Kind == ProviderKind.Unknown)
        {
            throw new InvalidOperationException($"The sheet of {provider.GetType()} has an unknown Kind. Leave it unset for a tracker, or set it to Webhook or Mock.");
        }

        if (string.IsNullOrWhiteSpace(provider.Sheet.Key) || provider.Sheet.Guarantee == GuaranteeClass.Unknown)
        {
            throw new InvalidOperationException($"The sheet of {provider.GetType()} lacks Key or Guarantee. Set both in its ProviderSheet.");
        }
    }
}
