using System.Collections.Concurrent;
using System.Collections.Immutable;
using TicketExport.Providers;

namespace TicketExport.Core.Tests.Pipeline;

/// <summary>A provider that does what a test says next, and keeps what it was asked.</summary>
internal sealed class ScriptedProvider : ITicketProvider, ITargetRules, ICloseProvider
{
    private readonly ConcurrentQueue<Func<CreateTicketRequest, CancellationToken, Task<CreateOutcome>>> _creates = new();
    private readonly ConcurrentQueue<FindOutcome> _finds = new();

    public ProviderSheet Sheet { get; set; } = new()
    {
        Key = "scripted",
        DisplayName = "Scripted",
        Guarantee = GuaranteeClass.ConsistentLookup,
    };

    public ConcurrentQueue<CreateTicketRequest> Creates { get; } = new();

    public ConcurrentQueue<FindTicketRequest> Finds { get; } = new();

    public ConcurrentQueue<CloseTicketRequest> Closes { get; } = new();

    public ImmutableArray<TargetProblem> Problems { get; set; } = [];

    public static TicketReference Ticket(string id) => new()
    {
        ProviderTicketId = id,
        ExternalIssueId = $"KEY-{id}",
        Url = new Uri($"https://tracker.example.test/{id}"),
    };

    public static ProviderFault Fault(FailureReason reason) => new() { Reason = reason, Message = $"It was {reason}." };

    public ScriptedProvider OnCreate(CreateOutcome outcome) => OnCreate((_, _) => Task.FromResult(outcome));

    public ScriptedProvider OnCreate(Func<CreateTicketRequest, CancellationToken, Task<CreateOutcome>> act)
    {
        _creates.Enqueue(act);
        return this;
    }

    public ScriptedProvider OnFind(FindOutcome outcome)
    {
        _finds.Enqueue(outcome);
        return this;
    }

    public Task<CreateOutcome> CreateAsync(CreateTicketRequest request, CancellationToken cancellationToken)
    {
        Creates.Enqueue(request);
        return _creates.TryDequeue(out var act)
            ? act(request, cancellationToken)
            : Task.FromResult<CreateOutcome>(new CreateOutcome.Created(Ticket($"{Creates.Count}")));
    }

    public Task<FindOutcome> FindAsync(FindTicketRequest request, CancellationToken cancellationToken)
    {
        Finds.Enqueue(request);
        return _finds.TryDequeue(out var outcome)
            ? Task.FromResult(outcome)
            : throw new InvalidOperationException("The test planned no look-up.");
    }

    /// <summary>Closes every ticket but one of the id <c>stuck</c>.</summary>
    public Task<ChangeOutcome> CloseAsync(CloseTicketRequest request, CancellationToken cancellationToken)
    {
        Closes.Enqueue(request);
        return Task.FromResult<ChangeOutcome>(request.Ticket.ProviderTicketId == "stuck"
            ? new ChangeOutcome.Rejected(Fault(FailureReason.Permission))
            : new ChangeOutcome.Changed(request.Ticket));
    }

    public ImmutableArray<TargetProblem> Check(TicketTarget target, TicketCredential credential) => Problems;
}
