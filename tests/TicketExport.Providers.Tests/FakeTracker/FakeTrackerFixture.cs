using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using TicketExport.States;
using TicketExport.Testing;
using TicketExport.Testing.Conformance.Adapters;

namespace TicketExport.Providers.Tests.FakeTracker;

internal class FakeTrackerFixture(Testing.FakeTracker tracker) : AdapterFixture
{
    public override FakeTrackerServer Tracker => tracker;

    public override ImmutableArray<Type> Abilities =>
    [
        typeof(ITargetRules), typeof(ITargetCheckProvider), typeof(IStatusProvider), typeof(IUpdateProvider), typeof(ICloseProvider),
        typeof(IReopenProvider), typeof(ICommentProvider),
    ];

    public override ImmutableArray<string> LiveCommentMarkup => [];

    public override void AddTarget(TicketExportBuilder builder, string targetId) => builder.AddFakeTracker(targetId, tracker);

    public override void SetStatus(string ticketId, ProviderStatus status) => tracker.SetStatus(ticketId, status switch
    {
        ProviderStatus.Open => FakeTrackerStatuses.ToDo,
        ProviderStatus.InProgress => FakeTrackerStatuses.Doing,
        ProviderStatus.Done => FakeTrackerStatuses.Closed,
        _ => "Parked",
    });

    public override void Delete(string ticketId) => tracker.DeleteTicket(ticketId);

    public override void Forbid(string ticketId) => tracker.ForbidTicket(ticketId);

    public override void Move(string ticketId) => tracker.MoveTicket(ticketId, $"OTHER-{ticketId}");

    public override void EditBody(string ticketId, string line) =>
        tracker.EditBody(ticketId, $"{tracker.Tickets.Single(ticket => ticket.Id == ticketId).Body}\n{line}\n");

    public override void Comment(string ticketId, string text) => tracker.CommentOn(ticketId, text);
}
