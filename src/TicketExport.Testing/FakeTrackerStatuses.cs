namespace TicketExport.Testing;

/// <summary>The fake tracker's own words for how a ticket stands. Any other word cannot be mapped.</summary>
public static class FakeTrackerStatuses
{
    /// <summary>Nobody works on it yet; mapped to open.</summary>
    public const string ToDo = "To do";

    /// <summary>Somebody works on it; mapped to in progress.</summary>
    public const string Doing = "Doing";

    /// <summary>It is closed; mapped to done.</summary>
    public const string Closed = "Closed";
}
