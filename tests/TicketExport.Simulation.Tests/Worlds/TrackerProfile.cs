using TicketExport.Providers;

namespace TicketExport.Simulation.Tests.Worlds;

/// <summary>What kind of tracker a world has: what it does, and what its adapter's sheet says about it.</summary>
internal sealed record TrackerProfile
{
    public required string Name { get; init; }

    public required GuaranteeClass Guarantee { get; init; }

    /// <summary>How long after the request left the tracker may still commit it, whether or not the caller listens.</summary>
    public TimeSpan ServerTime { get; init; }

    /// <summary>How long after its commit a ticket may be missing from a look-up.</summary>
    public TimeSpan Lag { get; init; }

    public TimeSpan SettleWindow { get; init; }

    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether the adapter takes an empty look-up after the settle window for a proof.</summary>
    public bool AbsenceIsProof { get; init; }

    /// <summary>Whether an export may end as unknown with a person to ask.</summary>
    public bool MayEndUnknown => Guarantee == GuaranteeClass.NoLookup || (Guarantee == GuaranteeClass.LaggingLookup && !AbsenceIsProof);

    /// <summary>The same tracker with a sheet that waits longer where an empty look-up is a proof.</summary>
    public TrackerProfile WithSlack(TimeSpan slack) => AbsenceIsProof ? this with { SettleWindow = SettleWindow + slack } : this;

    public static TrackerProfile Native { get; } = new()
    {
        Name = "A native key, late commits",
        Guarantee = GuaranteeClass.NativeIdempotency,
        ServerTime = TimeSpan.FromSeconds(90),
        Timeout = TimeSpan.FromSeconds(15),
    };

    public static TrackerProfile Prompt { get; } = new()
    {
        Name = "B consistent look-up, no late commits",
        Guarantee = GuaranteeClass.ConsistentLookup,
        AbsenceIsProof = true,
    };

    public static TrackerProfile Late { get; } = new()
    {
        Name = "B consistent look-up, late commits",
        Guarantee = GuaranteeClass.ConsistentLookup,
        ServerTime = TimeSpan.FromSeconds(20),
        SettleWindow = TimeSpan.FromSeconds(20),
        AbsenceIsProof = true,
    };

    public static TrackerProfile Lagging { get; } = new()
    {
        Name = "C lag inside the settle window",
        Guarantee = GuaranteeClass.LaggingLookup,
        ServerTime = TimeSpan.FromSeconds(5),
        Lag = TimeSpan.FromSeconds(30),
        SettleWindow = TimeSpan.FromSeconds(35),
        AbsenceIsProof = true,
    };

    public static TrackerProfile Unbounded { get; } = new()
    {
        Name = "C lag beyond the settle window",
        Guarantee = GuaranteeClass.LaggingLookup,
        ServerTime = TimeSpan.FromSeconds(10),
        Lag = TimeSpan.FromMinutes(3),
        SettleWindow = TimeSpan.FromSeconds(35),
    };

    public static TrackerProfile Blind { get; } = new()
    {
        Name = "D no look-up",
        Guarantee = GuaranteeClass.NoLookup,
        ServerTime = TimeSpan.FromSeconds(60),
    };

    public static IReadOnlyList<TrackerProfile> All { get; } = [Native, Prompt, Late, Lagging, Unbounded, Blind];

    public override string ToString() => Name;
}
