using System.Collections.Immutable;
using TicketExport.Contract;
using TicketExport.Http;
using TicketExport.Providers;
using TicketExport.Rendering;
using TicketExport.Testing.Protocol;

namespace TicketExport.Testing.Internal;

internal sealed partial class FakeTrackerTicketProvider(IHttpClientFactory clients, TimeProvider time) : ITicketProvider, ITargetRules
{
    private readonly FakeTrackerClient _client = new(clients);
    private readonly FakeTrackerErrorMap _errors = new(time);

    public ProviderSheet Sheet { get; } = new()
    {
        Key = FakeTrackerDefaults.Key,
        DisplayName = "Fake tracker",
        DestinationSettings = ["workspace", "project", "board", "repository"],
        Guarantee = GuaranteeClass.ConsistentLookup,
        ReferenceKind = ReferenceKind.Issue,
        MarkerStamp = "a field of its own",
        MarkerLookup = "a list that is consistent at once",
        Markup = "Markdown",
        RateLimits = "none",
        Limits = new ProviderLimits { Title = FakeTrackerWire.TitleLimit, Body = FakeTrackerWire.BodyLimit, Comment = FakeTrackerWire.CommentLimit },
    };

    public ImmutableArray<TargetProblem> Check(TicketTarget target, TicketCredential credential)
    {
        var problems = ImmutableArray.CreateBuilder<TargetProblem>();
        if (TargetAddress.FindProblem(target.BaseUrl, NetworkPolicy.Loopback) is { } problem)
        {
            problems.Add(new(nameof(target.BaseUrl), FailureReason.UnsafeAddress, $"The tracker's address cannot be used: {problem}. Set BaseUrl to FakeTracker.BaseAddress."));
        }

        if (!credential.TryGet(FakeTrackerDefaults.TokenCredential, out _))
        {
            problems.Add(new($"Credentials:{FakeTrackerDefaults.TokenCredential}", FailureReason.Configuration, "There is no token. Set Credentials:token to FakeTracker.Token."));
        }

        problems.AddRange(ListOf(target, FakeTrackerDefaults.RequiredSettingsSetting)
            .Where(name => string.IsNullOrWhiteSpace(target.Settings.GetValueOrDefault(name)))
            .Select(static name => new TargetProblem($"Settings:{name}", FailureReason.MappingIncomplete, $"The tracker demands '{name}', which has no value. Set it.")));
        return problems.ToImmutable();
    }

    public async Task<CreateOutcome> CreateAsync(CreateTicketRequest request, CancellationToken cancellationToken)
    {
        var wire = new FakeCreateTicketRequest
        {
            Title = TitleOf(request.Document),
            Body = BodyOf(request.Body),
            Marker = request.Keys.Marker.ToString(),
            Labels = LabelsOf(request.Document, request.Target),
            Priority = request.Document.Priority.ToString().ToLowerInvariant(),
        };
        var result = await _client.CreateAsync(request.Target, request.Credential, wire, cancellationToken).ConfigureAwait(false);
        return _errors.OfPlace.ToCreate(result, answer => FakeTrackerErrorMap.ReadReference(answer, request.Target));
    }

    public async Task<FindOutcome> FindAsync(FindTicketRequest request, CancellationToken cancellationToken)
    {
        var result = await _client.FindAsync(request.Target, request.Credential, request.Keys.Marker, cancellationToken).ConfigureAwait(false);
        return _errors.OfPlace.ToFind(result, answer => FakeTrackerErrorMap.ReadFound(answer, request.Target));
    }

    private static string TitleOf(TicketExportDocument document) => PlainTextRenderer.RenderLine(document.Title, FakeTrackerWire.TitleLimit);

    private static string BodyOf(TicketBody body) => MarkdownRenderer.Render(body, new RenderOptions { Limit = FakeTrackerWire.BodyLimit }).Text;

    private static string[] LabelsOf(TicketExportDocument document, TicketTarget target) =>
    [
        .. document.Labels
            .Select(static label => label.Trim())
            .Union(ListOf(target, FakeTrackerDefaults.LabelsSetting), StringComparer.Ordinal)
            .Where(static label => label.Length > 0),
    ];

    private static string[] ListOf(TicketTarget target, string setting) =>
        (target.Settings.GetValueOrDefault(setting) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
