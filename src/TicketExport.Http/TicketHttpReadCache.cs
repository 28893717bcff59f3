using TicketExport.Http.Internal;

namespace TicketExport.Http;

/// <summary>
/// Reads that cost little when nothing changed: remembers answers that carry an <c>ETag</c>, and asks for what is newer
/// (<c>If-None-Match</c>). Every read still asks the tracker, so nothing stale is ever given.
/// </summary>
/// <remarks>
/// <para>An answer is kept under its address and all headers of the access that it was read with, so no credential is given what another
/// one read. Both are hashed: no secret is kept. Answers that say <c>no-store</c>, are cut or longer than 64 KiB are not kept.</para>
/// <para>Bounded: beyond its size it forgets what was asked for longest ago. Lives in memory alone. Safe on any thread.</para>
/// </remarks>
public sealed class TicketHttpReadCache
{
    /// <summary>How many answers are kept where nothing else is said: 512, which is at most 32 MiB and commonly less than 4.</summary>
    public const int DefaultCapacity = 512;

    private const int MaxBodyBytes = 64 * 1024;
    private const int MaxTagLength = 256;
    private const int NotModified = 304;

    private readonly TicketHttpApi _api;
    private readonly RecentAnswers _answers;

    /// <summary>Creates an empty cache in front of an API.</summary>
    /// <param name="api">Sends the requests.</param>
    /// <param name="capacity">How many answers are kept; at least 1.</param>
    public TicketHttpReadCache(TicketHttpApi api, int capacity = DefaultCapacity)
    {
        ArgumentNullException.ThrowIfNull(api);
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        (_api, _answers) = (api, new RecentAnswers(capacity));
    }

    /// <summary>Reads; where the tracker says that nothing changed, gives the answer that it gave before.</summary>
    /// <param name="access">Where, and as whom.</param>
    /// <param name="path">The path below the access's root.</param>
    /// <param name="cancellationToken">Bounds the whole exchange.</param>
    public async Task<TicketHttpResult> GetAsync(TicketHttpAccess access, TicketHttpPath path, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(access);
        ArgumentNullException.ThrowIfNull(path);
        var key = access.AnswerKeyOf(access.AddressOf(path));
        var known = _answers.Find(key);
        var asked = known is null ? access : access.WithHeader("If-None-Match", known.GetHeader("ETag")!);
        var result = await _api.GetAsync(asked, path, cancellationToken).ConfigureAwait(false);
        if (result is not TicketHttpResult.Answered { Answer: var answer })
        {
            return result;
        }

        if (answer.Status == NotModified && known is not null)
        {
            return new TicketHttpResult.Answered(known);
        }

        if (IsKeepable(answer))
        {
            _answers.Put(key, answer);
        }

        return result;
    }

    private static bool IsKeepable(TicketHttpAnswer answer) =>
        answer is { Status: 200, BodyEnd: TicketHttpBodyEnd.Complete, Body.Length: <= MaxBodyBytes }
        && answer.GetHeader("ETag") is { Length: > 0 and <= MaxTagLength } tag
        && !tag.AsSpan().ContainsAnyExceptInRange('!', '~')
        && answer.GetHeader("Cache-Control")?.Contains("no-store", StringComparison.OrdinalIgnoreCase) != true;
}
