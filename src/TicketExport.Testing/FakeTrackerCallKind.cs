namespace TicketExport.Testing;

/// <summary>What a request to a <see cref="FakeTracker"/> asked for.</summary>
public enum FakeTrackerCallKind
{
    /// <summary>None of the others.</summary>
    Unknown = 0,

    /// <summary>To create a ticket.</summary>
    Create = 1,

    /// <summary>To find tickets by marker.</summary>
    Find = 2,

    /// <summary>To read one ticket.</summary>
    Read = 3,
}
