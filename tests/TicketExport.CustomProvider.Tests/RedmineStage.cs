using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TicketExport;
using TicketExport.Contract;
using TicketExport.Http;
using TicketExport.Identity;
using TicketExport.Providers;
using TicketExport.Rendering;

namespace CustomProvider;

/// <summary>A host with one Redmine target, and requests as the exporter would make them.</summary>
internal sealed class RedmineStage : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private RedmineStage(FakeRedmine redmine, FakeTimeProvider time, Action<TicketTargetOptions>? configure)
    {
        Redmine = redmine;
        Time = time;
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(time);
        services.AddTicketExport().AddRedmine("tracker", target =>
        {
            target.Url = redmine.BaseAddress.AbsoluteUri;
            target.ApiKey = redmine.ApiKey;
            target.Project = FakeRedmine.Project;
            target.NetworkPolicy = NetworkPolicy.Loopback;
            target.OwnershipConfirmed = true;
        }).AddTarget("tracker", target => configure?.Invoke(target));
        _services = services.BuildServiceProvider();
    }

    public static AccountScope Account { get; } = new() { Id = "acme" };

    public FakeRedmine Redmine { get; }

    public FakeTimeProvider Time { get; }

    public ITicketProvider Provider => _services.GetServices<ITicketProvider>().Single();

    public ITicketExporter Exporter => _services.GetRequiredService<ITicketExporter>();

    public static async Task<RedmineStage> StartAsync(Action<TicketTargetOptions>? configure = null)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        return new RedmineStage(await FakeRedmine.StartAsync(time), time, configure);
    }

    public static TicketExportDocument Document(string title = "Login page reflects its query", string summary = "The query comes back unescaped.") => new()
    {
        Title = title,
        Summary = summary,
        Priority = TicketPriority.High,
        Source = new TicketSource
        {
            Type = "report_issue",
            RecordId = "41",
            IssueId = "41",
            Fingerprint = "login-query-reflected",
            Title = title,
            Status = "open",
            Severity = TicketSeverity.High,
            Category = "xss",
        },
    };

    public async Task<CreateTicketRequest> RequestAsync(TicketExportDocument? document = null)
    {
        document ??= Document();
        var target = await TargetAsync();
        return new CreateTicketRequest
        {
            Account = Account,
            Target = target,
            Credential = await CredentialAsync(target),
            Document = document,
            Body = TicketBodyComposer.Compose(document, Time.GetUtcNow()),
            Keys = ExportKeys.Compute(Account, document.Source, target, generation: 1),
            Attempt = 1,
        };
    }

    public async Task<TicketReference> CreateAsync(TicketExportDocument? document = null) =>
        Assert.IsType<CreateOutcome.Created>(await Provider.CreateAsync(await RequestAsync(document), CancellationToken.None)).Ticket;

    public async Task<FindOutcome> FindAsync()
    {
        var request = await RequestAsync();
        return await Provider.FindAsync(
            new FindTicketRequest { Account = Account, Target = request.Target, Credential = request.Credential, Keys = request.Keys, AttemptStartedAt = Time.GetUtcNow() },
            CancellationToken.None);
    }

    public async Task<ChangeOutcome> CloseAsync(TicketReference ticket)
    {
        var target = await TargetAsync();
        return await ((ICloseProvider)Provider).CloseAsync(
            new CloseTicketRequest { Account = Account, Target = target, Credential = await CredentialAsync(target), Ticket = ticket },
            CancellationToken.None);
    }

    public async Task<CommentOutcome> CommentAsync(TicketReference ticket, string text, string id = "c-1")
    {
        var target = await TargetAsync();
        return await ((ICommentProvider)Provider).AddCommentAsync(
            new AddCommentRequest { Account = Account, Target = target, Credential = await CredentialAsync(target), Ticket = ticket, CommentId = id, Text = text },
            CancellationToken.None);
    }

    public async Task<ReadOutcome> ReadAsync(TicketReference ticket)
    {
        var target = await TargetAsync();
        return await ((IStatusProvider)Provider).ReadAsync(
            new ReadTicketRequest { Account = Account, Target = target, Credential = await CredentialAsync(target), Ticket = ticket },
            CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Redmine.DisposeAsync();
    }

    private async Task<TicketTarget> TargetAsync() =>
        (await _services.GetRequiredService<ITicketTargetSource>().FindAsync(Account.Id, "tracker", CancellationToken.None))!;

    private async Task<TicketCredential> CredentialAsync(TicketTarget target) =>
        (await _services.GetRequiredService<ITicketCredentialSource>().GetAsync(Account.Id, target, CancellationToken.None))!;
}
