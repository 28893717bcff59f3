using System.Collections.Immutable;

namespace TicketExport.Providers.Tests.BrokenAdapters;

/// <summary>What is wrong with an adapter; without anything set it is a good one.</summary>
internal sealed record Breakage
{
    public Func<ProviderSheet, ProviderSheet>? Sheet { get; init; }

    public Func<Parts, CreateTicketRequest, CancellationToken, Task<CreateOutcome>>? Create { get; init; }

    public Func<Parts, FindTicketRequest, Task<FindOutcome>>? Find { get; init; }

    public Func<Parts, ReadTicketRequest, Task<ReadOutcome>>? Read { get; init; }

    public Func<Parts, UpdateTicketRequest, Task<ChangeOutcome>>? Update { get; init; }

    public Func<Parts, CloseTicketRequest, Task<ChangeOutcome>>? Close { get; init; }

    public Func<Parts, ReopenTicketRequest, Task<ChangeOutcome>>? Reopen { get; init; }

    public Func<Parts, AddCommentRequest, Task<CommentOutcome>>? Comment { get; init; }

    public Func<TargetCheckOutcome, TargetCheckOutcome>? Check { get; init; }

    public Func<FieldsOutcome, FieldsOutcome>? Fields { get; init; }

    public Func<ImmutableArray<TargetProblem>, TicketTarget, ImmutableArray<TargetProblem>>? Rules { get; init; }

    public Func<InboundOutcome, InboundRequest, InboundOutcome>? Hear { get; init; }

    /// <summary>Something that the fixture says which is not so.</summary>
    public Func<ImmutableArray<Type>, ImmutableArray<Type>>? Abilities { get; init; }

    public ImmutableDictionary<string, string> LeftOut { get; init; } = ImmutableDictionary<string, string>.Empty;

    public ImmutableArray<string> LiveCommentMarkup { get; init; } = [];

    /// <summary>Whether the tracker takes a repeated create for the first one.</summary>
    public bool IsIdempotent { get; init; }
}
