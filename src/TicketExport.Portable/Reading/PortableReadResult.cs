using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace TicketExport.Portable.Reading;

/// <summary>What reading one ticket of a portable file gave: the ticket, or everything that is wrong with it.</summary>
public sealed record PortableReadResult
{
    private readonly ImmutableArray<PortableProblem> _problems = [];

    /// <summary>The ticket's number in the file, beginning with 1; 0 for a fault of the file itself, after which nothing follows.</summary>
    public required long Record { get; init; }

    /// <summary>The line of the file on which the ticket begins, or on which the file cannot be read further, beginning with 1.</summary>
    public required long Line { get; init; }

    /// <summary>The ticket; <see langword="null"/> when there are problems.</summary>
    public PortableTicket? Ticket { get; init; }

    /// <summary>Every problem; empty when there is a ticket.</summary>
    public ImmutableArray<PortableProblem> Problems
    {
        get => _problems;
        init => _problems = value.IsDefault ? [] : value;
    }

    /// <summary>Whether there is a ticket.</summary>
    [MemberNotNullWhen(true, nameof(Ticket))]
    public bool IsValid => Ticket is not null;
}
