using System.Collections.Immutable;

namespace TicketExport.Ledger;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">The rows.</param>
/// <param name="NextCursor">Where the next page begins; <see langword="null"/> on the last one.</param>
public sealed record Page<T>(ImmutableArray<T> Items, string? NextCursor);
