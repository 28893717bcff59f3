using System.Collections.Immutable;

namespace TicketExport.Http.GraphQl;

/// <summary>A GraphQL answer: data, errors, or both. Errors come with any HTTP status, 200 included, so they are looked at first.</summary>
/// <typeparam name="TData">What was asked for; part of the adapter's source-generated JSON context, as this type itself.</typeparam>
public sealed record GraphQlAnswer<TData>
    where TData : class
{
    private readonly ImmutableArray<GraphQlError> _errors = [];

    /// <summary>What was asked for; <see langword="null"/> after most errors.</summary>
    public TData? Data { get; init; }

    /// <summary>The errors; empty when all went well.</summary>
    public ImmutableArray<GraphQlError> Errors
    {
        get => _errors;
        init => _errors = value.IsDefault ? [] : value;
    }
}
