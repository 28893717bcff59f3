namespace TicketExport;

/// <summary>How <see cref="ITicketExporter.ExportManyAsync"/> goes about a batch.</summary>
public sealed record BulkOptions
{
    private const int MaxAllowed = 1_000;

    /// <summary>How many exports are sent at a time.</summary>
    /// <value>Default: 8. Range: 1 to 1,000.</value>
    public int MaxParallel { get; init; } = 8;

    /// <summary>How many exports are sent to one target of one account at a time.</summary>
    /// <value>Default: 4. Range: 1 to 1,000.</value>
    public int MaxParallelPerTarget { get; init; } = 4;

    /// <summary>
    /// How many findings are read and not yet answered at most, so that a slow target does not hold up the others behind it in
    /// the input.
    /// </summary>
    /// <value>Default: 64. Range: 1 to 100,000.</value>
    public int MaxPending { get; init; } = 64;

    /// <summary>Is told after each finding; <see langword="null"/> for nobody.</summary>
    public IProgress<BulkProgress>? Progress { get; init; }

    internal void ThrowIfUnusable()
    {
        ThrowIfOutside(MaxParallel, MaxAllowed, nameof(MaxParallel));
        ThrowIfOutside(MaxParallelPerTarget, MaxAllowed, nameof(MaxParallelPerTarget));
        ThrowIfOutside(MaxPending, 100 * MaxAllowed, nameof(MaxPending));
    }

    private static void ThrowIfOutside(int value, int max, string name)
    {
        if (value < 1 || value > max)
        {
            throw new ArgumentOutOfRangeException(name, value, $"{nameof(BulkOptions)}.{name} is {value}; set it between 1 and {max}.");
        }
    }
}
