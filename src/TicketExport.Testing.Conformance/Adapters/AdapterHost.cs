using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TicketExport.Contract;
using TicketExport.Identity;
using TicketExport.Inbound;
using TicketExport.Ledger;
using TicketExport.Providers;
using TicketExport.Rendering;
using TicketExport.Sync;
using TicketExport.Worker;

namespace TicketExport.Testing.Conformance.Adapters;

/// <summary>A host with the adapter's provider, everything that it logged, and requests as the exporter would make them.</summary>
internal sealed class AdapterHost : IAsyncDisposable
{
    public const string TargetId = "conformance";

    private readonly AdapterRecorder _recorder = new();
    private readonly ServiceProvider _services;

    public AdapterHost(TimeProvider time, Action<TicketExportBuilder> addTargets, Action<IServiceCollection>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton(time);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_recorder));
        configure?.Invoke(services);
        var builder = services.AddTicketExport();
        addTargets(builder);
        builder.Services.PostConfigure<TicketExportOptions>(static options =>
        {
            foreach (var target in options.Targets.Values)
            {
                target.OwnershipConfirmed = true;
            }
        });
        LetEditTargets(services);
        _services = services.BuildServiceProvider();
    }

    public ITicketProvider Provider => _services.GetServices<ITicketProvider>().Single();

    public ITicketExporter Exporter => _services.GetRequiredService<ITicketExporter>();

    public ITicketExportDispatcher Dispatcher => _services.GetRequiredService<ITicketExportDispatcher>();

    public EditedTargets Targets => _services.GetRequiredService<EditedTargets>();

    /// <summary>What the logs and the spans hold.</summary>
    public string Recorded => _recorder.ToString();

    /// <summary>The secrets of a target by name, as they were set.</summary>
    public ImmutableDictionary<string, string> Secrets(string targetId = TargetId) =>
        _services.GetRequiredService<IOptions<TicketExportOptions>>().Value.Targets[targetId].Credentials.ToImmutableDictionary(StringComparer.OrdinalIgnoreCase);

    public async Task<TicketTarget> TargetAsync(string targetId = TargetId) =>
        (await _services.GetRequiredService<ITicketTargetSource>().FindAsync(AdapterDocuments.Account.Id, targetId, default))
        ?? throw new InvalidOperationException($"AdapterFixture.AddTarget added no target '{targetId}'.");

    public async Task<TicketCredential> CredentialAsync(string targetId = TargetId) =>
        (await _services.GetRequiredService<ITicketCredentialSource>().GetAsync(AdapterDocuments.Account.Id, await TargetAsync(targetId), default))!;

    public async Task<CreateTicketRequest> RequestAsync(TicketExportDocument? document = null, string targetId = TargetId)
    {
        var target = await TargetAsync(targetId);
        document ??= AdapterDocuments.Of();
        return new CreateTicketRequest
        {
            Account = AdapterDocuments.Account,
            Target = target,
            Credential = await CredentialAsync(targetId),
            Document = document,
            Body = TicketBodyComposer.Compose(document, DateTimeOffset.UnixEpoch),
            Keys = ExportKeys.Compute(AdapterDocuments.Account, document.Source, target, generation: 1),
            Attempt = 1,
        };
    }

    public async Task<CreateOutcome> CreateAsync(TicketExportDocument? document = null, CancellationToken cancellationToken = default) =>
        await Provider.CreateAsync(await RequestAsync(document), cancellationToken);

    public async Task<FindOutcome> FindAsync(TicketExportDocument? document = null)
    {
        var request = await RequestAsync(document);
        return await Provider.FindAsync(
            new FindTicketRequest
            {
                Account = request.Account,
                Target = request.Target,
                Credential = request.Credential,
                Keys = request.Keys,
                AttemptStartedAt = _services.GetRequiredService<TimeProvider>().GetUtcNow(),
            },
            CancellationToken.None);
    }

    public Task<ExportResult> ExportAsync(TicketExportDocument? document = null, string targetId = TargetId) => Exporter.ExportAsync(
        new ExportRequest { Account = AdapterDocuments.Account, TargetId = targetId, Document = document ?? AdapterDocuments.Of() });

    public ITicketSync Sync => _services.GetRequiredService<ITicketSync>();

    public Task<InboundResult> ReceiveAsync(AdapterDelivery delivery) => _services.GetRequiredService<ITicketInbound>().ReceiveAsync(new InboundDelivery
    {
        TargetKey = TargetId,
        Address = delivery.Address,
        Headers = delivery.Headers,
        Body = delivery.Body,
    });

    public async Task<TicketSync?> StoredAsync(ExportResult exported) =>
        (await _services.GetRequiredService<ISyncLedger>().FindSyncsAsync(AdapterDocuments.Account.Id, [exported.ExportId!], default)).SingleOrDefault();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _recorder.Dispose();
    }

    private static void LetEditTargets(IServiceCollection services)
    {
        var targets = services.Last(static service => service.ServiceType == typeof(ITicketTargetSource)).ImplementationType!;
        var credentials = services.Last(static service => service.ServiceType == typeof(ITicketCredentialSource)).ImplementationType!;
        services.AddSingleton(provider => new EditedTargets(
            (ITicketTargetSource)ActivatorUtilities.CreateInstance(provider, targets),
            (ITicketCredentialSource)ActivatorUtilities.CreateInstance(provider, credentials)));
        services.Replace(ServiceDescriptor.Singleton<ITicketTargetSource>(static provider => provider.GetRequiredService<EditedTargets>()));
        services.Replace(ServiceDescriptor.Singleton<ITicketCredentialSource>(static provider => provider.GetRequiredService<EditedTargets>()));
    }
}
