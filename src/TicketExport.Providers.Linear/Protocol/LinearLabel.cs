namespace TicketExport.Providers.Linear.Protocol;

internal sealed record LinearLabel
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    /// <summary>Whether it only holds other labels; such a label cannot be given to an issue.</summary>
    public bool IsGroup { get; init; }

    /// <summary>The team that it belongs to; none for the whole workspace.</summary>
    public LinearNode? Team { get; init; }

    /// <summary>The group that it is in; an issue takes one label of a group.</summary>
    public LinearNode? Parent { get; init; }
}
