using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using TicketExport.Contract;
using TicketExport.Portable.Internal;

namespace TicketExport.Portable.Reading;

/// <summary>Where the columns of a CSV file stand.</summary>
internal sealed class CsvHeader
{
    private static readonly FrozenSet<string> Known =
        CsvColumns.Names.AddRange(LinkWords.TicketId, LinkWords.TicketKey, LinkWords.TicketUrl).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly FrozenDictionary<string, int> _places;

    private CsvHeader(FrozenDictionary<string, int> places) => _places = places;

    /// <summary>Reads a header, in any order and with further columns.</summary>
    /// <exception cref="UnreadableFileException">A column is missing or stands twice.</exception>
    public static CsvHeader Read(IReadOnlyList<string> names, CsvNeeds needs)
    {
        var places = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < names.Count; i++)
        {
            if (Known.TryGetValue(names[i].Trim().TrimStart('\uFEFF'), out var name) && !places.TryAdd(name, i))
            {
                throw new UnreadableFileException(new(name, ContractRules.Duplicate, "The header names this column more than once. Keep one of them."), 1);
            }
        }

        ImmutableArray<string> missing = [.. needs.Columns.Where(name => !places.ContainsKey(name))];
        return missing.IsEmpty ? new(places.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase)) : throw new UnreadableFileException(Missing(missing), 1);
    }

    public int? PlaceOf(string name) => _places.TryGetValue(name, out var place) ? place : null;

    private static PortableProblem Missing(ImmutableArray<string> names) => new(
        names[0],
        ContractRules.Required,
        string.Create(CultureInfo.InvariantCulture, $"The header lacks {names.Length} column(s): {string.Join(", ", names)}. Keep the first row as this library writes it; the order does not matter."));
}
