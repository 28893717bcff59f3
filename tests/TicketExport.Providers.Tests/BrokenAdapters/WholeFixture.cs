using System.Collections.Immutable;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TicketExport.Providers.Tests.FakeTracker;
using TicketExport.Testing;
using TicketExport.Testing.Conformance.Adapters;

namespace TicketExport.Providers.Tests.BrokenAdapters;

internal sealed class WholeFixture(Testing.FakeTracker tracker, Breakage breakage) : FakeTrackerFixture(tracker)
{
    private readonly Testing.FakeTracker _tracker = tracker;

    public override ImmutableArray<Type> Abilities
    {
        get
        {
            var abilities = base.Abilities.AddRange(typeof(IFieldDiscoveryProvider), typeof(IInboundProvider));
            return breakage.Abilities?.Invoke(abilities) ?? abilities;
        }
    }

    public override ImmutableDictionary<string, string> LeftOut => breakage.LeftOut;

    public override ImmutableArray<string> LiveCommentMarkup => breakage.LiveCommentMarkup;

    public override ImmutableDictionary<string, string> InvalidSettings => ImmutableDictionary<string, string>.Empty.Add(WholeProvider.BoardSetting, "two words");

    public override void AddTarget(TicketExportBuilder builder, string targetId)
    {
        builder
            .AddFakeTracker(targetId, _tracker)
            .AddTarget(targetId, static target => target.Settings[WholeProvider.BoardSetting] = "findings");
        var own = builder.Services.Single(static service => service.ServiceType == typeof(ITicketProvider) && service.ImplementationType is not null);
        builder.Services.Remove(own);
        if (builder.Services.All(static service => service.ServiceType != typeof(ITicketProvider)))
        {
            builder.Services.AddSingleton<ITicketProvider>(services => new WholeProvider(
                new Parts((ITicketProvider)ActivatorUtilities.CreateInstance(services, own.ImplementationType!), services.GetRequiredService<ILogger<WholeProvider>>()),
                breakage));
        }
    }

    public override AdapterDelivery? Deliver(FakeTicket ticket, InboundEventKind kind, string secret, DateTimeOffset at)
    {
        var body = Encoding.UTF8.GetBytes($$"""{"kind":"{{kind}}","id":"{{ticket.Id}}","actor":"u-1"}""");
        return new AdapterDelivery(
            new Uri("https://host.example.test/hooks/1"),
            ImmutableDictionary<string, string>.Empty.Add(WholeProvider.SignatureHeader, WholeProvider.Sign(body, secret)),
            body);
    }
}
