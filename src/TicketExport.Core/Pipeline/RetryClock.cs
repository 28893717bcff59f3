using Microsoft.Extensions.Options;

namespace TicketExport.Pipeline;

/// <summary>When the next try is due: full jitter below a doubling back-off, or what the tracker asked for.</summary>
internal sealed class RetryClock(IOptionsMonitor<TicketExportOptions> options, TimeProvider time)
{
    private const int MaxDoublings = 20;

    /// <summary>Draws the jitter, from 0 up to but not including 1.</summary>
    public Func<double> Draw { get; init; } = Random.Shared.NextDouble;

    public DateTimeOffset Now => time.GetUtcNow();

    /// <param name="attempts">How many tries have been made; at least 1.</param>
    /// <param name="until">The tracker's own word, if it gave one.</param>
    public DateTimeOffset NextTry(int attempts, DateTimeOffset? until = null)
    {
        var now = Now;
        var (floor, ceiling) = (options.CurrentValue.RetryBaseDelay, options.CurrentValue.RetryMaxDelay);
        var latest = now + ceiling;
        if (until is { } asked && asked > now)
        {
            return asked < latest ? asked : latest;
        }

        var doubled = floor.TotalMilliseconds * Math.Pow(2, Math.Clamp(attempts - 1, 0, MaxDoublings));
        var bound = Math.Min(doubled, ceiling.TotalMilliseconds);

        // Drawn between half a base delay and the bound: never at once, and never all waiting exports at the same moment.
        var half = floor.TotalMilliseconds / 2;
        return now.AddMilliseconds(half + (Draw() * (bound - half)));
    }
}
