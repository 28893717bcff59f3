using System.Collections.Immutable;

namespace TicketExport.Contract;

/// <summary>The events of the ticket-sync profile.</summary>
public static class TicketSyncEvents
{
    /// <summary>A ticket is to be made.</summary>
    public const string Create = "ticket.create";

    /// <summary>A ticket is to be closed.</summary>
    public const string Close = "ticket.close";

    /// <summary>A comment is to be added to a ticket.</summary>
    public const string Comment = "ticket.comment";

    /// <summary>A test: no work for its receiver, which answers it like any event that it does not know.</summary>
    public const string Test = "ticket.test";

    /// <summary>All that are work.</summary>
    public static ImmutableArray<string> All { get; } = [Create, Close, Comment];
}
