using System.Collections.Immutable;

namespace TicketExport.Testing.Conformance.Ledgers.Model;

/// <summary>Draws histories. The same seed gives the same history.</summary>
internal static class LedgerHistory
{
    private static readonly (OperationKind Kind, int Weight)[] Weights =
    [
        (OperationKind.Claim, 30),
        (OperationKind.Record, 22),
        (OperationKind.Advance, 14),
        (OperationKind.Enqueue, 8),
        (OperationKind.Begin, 8),
        (OperationKind.Due, 8),
        (OperationKind.Unlink, 4),
        (OperationKind.Link, 3),
        (OperationKind.Relink, 2),
        (OperationKind.Receive, 1),
        (OperationKind.Disable, 2),
        (OperationKind.Enable, 3),
    ];

    /// <summary>
    /// In every other history a target changes how far its links reach, and nothing is unlinked: a link that a person ended under
    /// one reach is no link under the other, which the contract leaves open.
    /// </summary>
    public static ImmutableArray<LedgerOperation> FromSeed(int seed, int length)
    {
        var random = new Random(seed);
        var changesReach = seed % 2 == 1;
        var history = new List<LedgerOperation>(length);
        while (history.Count < length)
        {
            // Each new link needs an id of its own, so links are not repeated.
            var repeated = history.Count > 0 && random.Next(12) == 0 ? history[random.Next(history.Count)] : null;
            history.Add(repeated is { Kind: not OperationKind.Link } ? repeated : Aim(Fit(Draw(random, history.Count + 1, lane: 0), changesReach), history, random));
        }

        return [.. history];
    }

    public static LedgerOperation Draw(Random random, int id, int lane) => new(DrawKind(random), id, lane)
    {
        Finding = random.Next(5) switch { 0 => 1, 1 => 2, _ => 0 },
        Target = random.Next(9) switch { < 4 => 0, < 7 => 1, 7 => 2, _ => 3 },
        Generation = random.Next(6) switch { < 4 => 1, 4 => 2, _ => 3 },
        Pick = random.Next(4),
        Amount = random.Next(120),
    };

    /// <summary>Aims a change of a link at an export that a step before may have made; the earlier, the likelier.</summary>
    public static LedgerOperation Aim(LedgerOperation operation, IReadOnlyList<LedgerOperation> before, Random random)
    {
        var makers = before.Where(static step => step.Kind is OperationKind.Claim or OperationKind.Enqueue or OperationKind.Link).ToArray();
        if (operation.Kind is not (OperationKind.Unlink or OperationKind.Relink) || makers.Length == 0)
        {
            return operation;
        }

        var maker = makers[Math.Min(random.Next(makers.Length), random.Next(makers.Length))];
        return operation with { Other = maker.Id, Finding = maker.Finding };
    }

    private static LedgerOperation Fit(LedgerOperation operation, bool changesReach) => changesReach
        ? operation with { Kind = operation.Kind == OperationKind.Unlink ? OperationKind.Relink : operation.Kind }
        : operation with { Target = Math.Min(operation.Target, 2) };

    private static OperationKind DrawKind(Random random)
    {
        var at = random.Next(Weights.Sum(static weight => weight.Weight));
        return Weights.First(weight => (at -= weight.Weight) < 0).Kind;
    }
}
