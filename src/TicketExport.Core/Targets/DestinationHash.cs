using TicketExport.Identity;
using TicketExport.Providers;

namespace TicketExport.Targets;

/// <summary>
/// What an ownership is bound to: a hash of everything that says where the tickets of a target go. A hash and not the address itself,
/// because the path of a webhook is a secret.
/// </summary>
internal static class DestinationHash
{
    private const string Version = "destination.v1";

    /// <summary>Computes the hash of a target's destination, different for each account and target.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="target">The target, with the defaults of its provider.</param>
    /// <param name="sheet">The provider's sheet.</param>
    /// <exception cref="ArgumentException">A setting of the destination holds a lone surrogate.</exception>
    public static string Compute(string accountId, TicketTarget target, ProviderSheet sheet) => FieldHash.Compute(
        Version,
        [
            ("account id", accountId),
            ("target id", target.Id),
            ("provider key", sheet.Key),
            ("base URL", target.BaseUrl is { IsAbsoluteUri: true } url ? url.AbsoluteUri : target.BaseUrl?.OriginalString),
            .. sheet.DestinationSettings
                .Select(static name => name.ToLowerInvariant())
                .Distinct()
                .Order(StringComparer.Ordinal)
                .SelectMany(name => new (string, string?)[] { ("setting's name", name), (name, ValueOf(target, name)) }),
        ]);

    /// <summary>What people may see of a destination: scheme, host and port, without user, path or query.</summary>
    public static string? OriginOf(TicketTarget target) =>
        target.BaseUrl is { IsAbsoluteUri: true } url ? $"{url.Scheme}://{url.Authority}" : null;

    private static string? ValueOf(TicketTarget target, string name) =>
        target.Settings.GetValueOrDefault(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;
}
