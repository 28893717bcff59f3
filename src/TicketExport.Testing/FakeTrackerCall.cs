namespace TicketExport.Testing;

/// <summary>One request as the fake tracker saw it. The log of calls only grows.</summary>
public sealed record FakeTrackerCall
{
    /// <summary>1 for the first request.</summary>
    public required int Number { get; init; }

    /// <summary>What it asked for.</summary>
    public required FakeTrackerCallKind Kind { get; init; }

    /// <summary>When it was decided, by the tracker's clock.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The marker that it carried.</summary>
    public string? Marker { get; init; }

    /// <summary>The key of the ticket that it created or read.</summary>
    public string? TicketKey { get; init; }

    /// <summary>The HTTP status of the answer; <see langword="null"/> when the connection was cut instead.</summary>
    public int? Status { get; init; }
}
