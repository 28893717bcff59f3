using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using TicketExport.Http;
using TicketExport.Providers;
using TicketExport.States;
using TicketExport.Testing;
using TicketExport.Testing.Conformance.Adapters;

namespace CustomProvider;

internal sealed class RedmineFixture(FakeRedmine redmine) : AdapterFixture
{
    public override FakeTrackerServer Tracker => redmine;

    public override ImmutableArray<Type> Abilities =>
    [
        typeof(ITargetRules), typeof(ITargetCheckProvider), typeof(IStatusProvider), typeof(IUpdateProvider), typeof(ICloseProvider),
        typeof(IReopenProvider), typeof(ICommentProvider),
    ];

    public override ImmutableDictionary<string, string> InvalidSettings => ImmutableDictionary<string, string>.Empty
        .Add(RedmineDefaults.TrackerSetting, "Bug")
        .Add(RedmineDefaults.PrivateNotesSetting, "maybe");

    public override ImmutableDictionary<string, string> LeftOut => ImmutableDictionary<string, string>.Empty
        .Add(nameof(AdapterConformanceTests.A_moved_ticket_keeps_its_id_and_tells_its_new_name), "An issue that moves to another project keeps its number, and has no other name.")
        .Add(nameof(AdapterConformanceTests.A_status_that_cannot_be_mapped_is_unknown_and_never_guessed), "Every status of Redmine says by itself whether it is a closed one.")
        .Add(nameof(AdapterConformanceTests.Labels_of_every_kind_are_fitted_to_the_tracker), "Redmine has no labels; the body names them.");

    public override void AddTarget(TicketExportBuilder builder, string targetId) => builder.AddRedmine(targetId, target =>
    {
        target.Url = redmine.BaseAddress.AbsoluteUri;
        target.ApiKey = redmine.ApiKey;
        target.Project = FakeRedmine.Project;
        target.NetworkPolicy = NetworkPolicy.Loopback;
    }).AddTarget(targetId, static target => target.Settings["status.In Progress"] = "in_progress");

    public override void SetStatus(string ticketId, ProviderStatus status) => redmine.SetStatus(ticketId, status switch
    {
        ProviderStatus.Open => 1,
        ProviderStatus.InProgress => 2,
        _ => 5,
    });

    public override void Delete(string ticketId) => redmine.Edit(ticketId, static issue => issue with { IsDeleted = true });

    public override void Forbid(string ticketId) => redmine.Edit(ticketId, static issue => issue with { IsHidden = true });

    public override void EditBody(string ticketId, string line) =>
        redmine.Edit(ticketId, issue => issue with { Description = $"{issue.Description}\n{line}\n" });

    public override void Comment(string ticketId, string text) => redmine.CommentOn(ticketId, text);
}
