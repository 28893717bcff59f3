namespace TicketExport.Sync;

/// <summary>What came of the tickets that were taken to be read. The other counts add up to <see cref="Taken"/>.</summary>
public sealed record SyncReport
{
    /// <summary>How many tickets were taken.</summary>
    public int Taken { get; init; }

    /// <summary>How many statuses were read and mapped.</summary>
    public int Synced { get; init; }

    /// <summary>How many were read and could not be mapped.</summary>
    public int Unmapped { get; init; }

    /// <summary>How many tickets the tracker no longer shows.</summary>
    public int Missing { get; init; }

    /// <summary>How many could not be read because the credentials were refused or do not reach them.</summary>
    public int Disconnected { get; init; }

    /// <summary>How many could not be read for another reason.</summary>
    public int Failed { get; init; }

    /// <summary>How many were put off: the target is paused or was asked often enough, its provider cannot read, or the link changed.</summary>
    public int Waiting { get; init; }

    internal SyncReport With(SyncOutcome outcome) => outcome switch
    {
        SyncOutcome.Synced => this with { Synced = Synced + 1 },
        SyncOutcome.Unmapped => this with { Unmapped = Unmapped + 1 },
        SyncOutcome.Missing => this with { Missing = Missing + 1 },
        SyncOutcome.Disconnected => this with { Disconnected = Disconnected + 1 },
        SyncOutcome.Failed => this with { Failed = Failed + 1 },
        _ => this with { Waiting = Waiting + 1 },
    };

    internal SyncReport Plus(SyncReport other) => new()
    {
        Taken = Taken + other.Taken,
        Synced = Synced + other.Synced,
        Unmapped = Unmapped + other.Unmapped,
        Missing = Missing + other.Missing,
        Disconnected = Disconnected + other.Disconnected,
        Failed = Failed + other.Failed,
        Waiting = Waiting + other.Waiting,
    };
}
