namespace TicketExport.Providers;

/// <summary>The adapter for one tracker: it knows the tracker's wire and nothing of ledgers, retries or other trackers.</summary>
/// <remarks>
/// <para>One instance serves all targets and is called from many threads. Further abilities are interfaces that the same class
/// implements: <see cref="ITargetRules"/>, <see cref="ITargetCheckProvider"/>, <see cref="IStatusProvider"/>,
/// <see cref="IFieldDiscoveryProvider"/>, <see cref="IUpdateProvider"/>, <see cref="ICloseProvider"/>, <see cref="IReopenProvider"/>,
/// <see cref="ICommentProvider"/>, <see cref="IInboundProvider"/>.</para>
/// <para>An adapter never retries. Whatever it cannot prove it reports as <see cref="CreateOutcome.Unknown"/> or
/// <see cref="ChangeOutcome.Unknown"/>; an exception that escapes is read the same way.</para>
/// </remarks>
public interface ITicketProvider
{
    /// <summary>What the provider can do and promise.</summary>
    ProviderSheet Sheet { get; }

    /// <summary>Creates the ticket with the marker inside the create request itself.</summary>
    Task<CreateOutcome> CreateAsync(CreateTicketRequest request, CancellationToken cancellationToken);

    /// <summary>Finds the tickets that carry the marker, to settle a try of unknown outcome.</summary>
    Task<FindOutcome> FindAsync(FindTicketRequest request, CancellationToken cancellationToken);
}
