using System.Collections.Immutable;

namespace TicketExport.Providers.Linear.Protocol;

/// <summary>One page of a connection.</summary>
internal sealed record LinearNodes<T>
{
    private readonly ImmutableArray<T> _nodes = [];

    public ImmutableArray<T> Nodes
    {
        get => _nodes;
        init => _nodes = value.IsDefault ? [] : value;
    }
}
