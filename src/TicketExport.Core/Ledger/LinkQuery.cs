using System.Collections.Immutable;

namespace TicketExport.Ledger;

/// <summary>Asks for the exports that are linked with a ticket, by what an event calls it.</summary>
public sealed record LinkQuery
{
    /// <summary>The most exports that are answered: more than one says that the ticket is not one export's alone.</summary>
    public const int MaxFound = 2;

    private readonly ImmutableArray<string> _ticketIds = [];
    private readonly ImmutableArray<string> _issueIds = [];

    /// <summary>The account; <see langword="null"/> to look at every account that uses the target.</summary>
    public string? AccountId { get; init; }

    /// <summary>The target whose secret verified the event.</summary>
    public required string TargetId { get; init; }

    /// <summary>Ids to find as a link's <see cref="TicketReference.ProviderTicketId"/>, in this order: the first that is linked decides.</summary>
    public ImmutableArray<string> TicketIds
    {
        get => _ticketIds;
        init => _ticketIds = value.IsDefault ? [] : value;
    }

    /// <summary>Names to find as a link's <see cref="TicketReference.ExternalIssueId"/>, when no id is linked.</summary>
    public ImmutableArray<string> IssueIds
    {
        get => _issueIds;
        init => _issueIds = value.IsDefault ? [] : value;
    }
}
