using System.Collections.Immutable;

namespace TicketExport.Providers.Linear.Protocol;

internal sealed record LinearOrganization
{
    private readonly ImmutableArray<string> _previousUrlKeys = [];

    public string? Id { get; init; }

    public string? Name { get; init; }

    /// <summary>The first segment of the path of every address in the workspace.</summary>
    public string? UrlKey { get; init; }

    public ImmutableArray<string> PreviousUrlKeys
    {
        get => _previousUrlKeys;
        init => _previousUrlKeys = value.IsDefault ? [] : value;
    }
}
