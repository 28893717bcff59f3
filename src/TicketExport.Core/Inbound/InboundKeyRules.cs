using System.Buffers;
using TicketExport.Configuration;

namespace TicketExport.Inbound;

/// <summary>Checks the keys of inbound routes at start: each leads to one target, and can be part of an address.</summary>
internal static class InboundKeyRules
{
    private const int MaxLength = 128;

    private static readonly SearchValues<char> Characters =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_.~");

    public static IEnumerable<string> Check(IEnumerable<KeyValuePair<string, TicketTargetOptions>> targets)
    {
        var taken = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (id, target) in targets)
        {
            var setting = TicketExportOptionsRules.KeyOf(id, nameof(TicketTargetOptions.InboundKey));
            if (target.InboundKey is { Length: > 0 } key && (key.Length > MaxLength || key.AsSpan().ContainsAnyExcept(Characters)))
            {
                yield return $"{setting} cannot be part of an address. Set it to 1 to {MaxLength} letters, digits and -_.~ or remove it.";
            }

            if (!taken.TryAdd(ConfiguredInboundTargets.KeyOf(id, target), id))
            {
                yield return $"{setting}: the target {taken[ConfiguredInboundTargets.KeyOf(id, target)]} has the same key. Set it to a key of its own.";
            }
        }
    }
}
