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

    /// <summary>To change title, body, labels and priority of one ticket.</summary>
    Update = 4,

    /// <summary>To close one ticket.</summary>
    Close = 5,

    /// <summary>To open one ticket again.</summary>
    Reopen = 6,

    /// <summary>To comment on one ticket.</summary>
    Comment = 7,

    /// <summary>To delete one ticket.</summary>
    Delete = 8,

    /// <summary>Whom the token belongs to.</summary>
    Identity = 9,

    /// <summary>Anything else that an adapter asks before it acts: fields, statuses, labels, transitions.</summary>
    Metadata = 10,
}
