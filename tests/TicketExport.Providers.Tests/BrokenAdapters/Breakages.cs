namespace TicketExport.Providers.Tests.BrokenAdapters;

/// <summary>For each fact of the suite an adapter that is good but for one thing.</summary>
internal static partial class Breakages
{
    // Later than the fields of all parts.
    private static readonly Lazy<Dictionary<string, Breakage>> LazyAll = new(static () =>
        new[] { Creation, Doubts, LookUps, Refusals, Secrets, Texts, Sheets, Reading, Changes, Inbound }
            .SelectMany(static part => part)
            .ToDictionary(StringComparer.Ordinal));

    public static IReadOnlyDictionary<string, Breakage> All => LazyAll.Value;

    private static Breakage NeverFinds { get; } = new() { Find = static (_, _) => Task.FromResult<FindOutcome>(new FindOutcome.Absent(Proven: true)) };

    private static Breakage CreatesTwice { get; } = new()
    {
        Create = static async (parts, request, cancellationToken) =>
        {
            await parts.Good.CreateAsync(request, cancellationToken);
            return await parts.Good.CreateAsync(request, cancellationToken);
        },
    };

    private static Breakage Unnamed { get; } = new()
    {
        Create = static async (parts, request, cancellationToken) => await parts.Good.CreateAsync(request, cancellationToken) switch
        {
            CreateOutcome.Rejected rejected => new CreateOutcome.Rejected(rejected.Fault with { Setting = null }),
            CreateOutcome.Unknown unknown => new CreateOutcome.Unknown(unknown.Fault with { Setting = null, Reason = FailureReason.Ambiguous }),
            var other => other,
        },
    };

    private static Breakage Creating(Func<CreateOutcome, CreateOutcome> change) => new()
    {
        Create = async (parts, request, cancellationToken) => change(await parts.Good.CreateAsync(request, cancellationToken)),
    };

    private static Breakage Finding(Func<FindOutcome, FindOutcome> change) => new()
    {
        Find = async (parts, request) => change(await parts.Good.FindAsync(request, default)),
    };

    private static ProviderFault FaultOf(CreateOutcome outcome) => outcome switch
    {
        CreateOutcome.Rejected rejected => rejected.Fault,
        CreateOutcome.Unknown unknown => unknown.Fault,
        CreateOutcome.NotSent notSent => notSent.Fault,
        _ => new ProviderFault { Reason = FailureReason.Unknown, Message = "None." },
    };

}
