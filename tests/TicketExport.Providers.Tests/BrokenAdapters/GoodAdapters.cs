namespace TicketExport.Providers.Tests.BrokenAdapters;

/// <summary>Adapters of the other guarantee classes; the fake tracker itself is of class B.</summary>
internal static class GoodAdapters
{
    public static Breakage Native { get; } = new()
    {
        IsIdempotent = true,
        Sheet = static sheet => sheet with { Guarantee = GuaranteeClass.NativeIdempotency },
        Find = static (_, _) => Task.FromResult<FindOutcome>(new FindOutcome.Repeatable()),
    };

    public static Breakage Lagging { get; } = new()
    {
        Sheet = static sheet => sheet with { Guarantee = GuaranteeClass.LaggingLookup, SettleWindow = TimeSpan.FromMinutes(5) },
        Find = static async (parts, request) => await parts.Good.FindAsync(request, default) switch
        {
            FindOutcome.Absent => new FindOutcome.Absent(Proven: false),
            var found => found,
        },
    };

    public static Breakage Blind { get; } = new()
    {
        Sheet = static sheet => sheet with { Guarantee = GuaranteeClass.NoLookup },
        Find = static (_, _) => Task.FromResult<FindOutcome>(new FindOutcome.Absent(Proven: false)),
    };
}
