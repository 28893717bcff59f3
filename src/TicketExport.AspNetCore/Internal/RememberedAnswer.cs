namespace TicketExport.AspNetCore.Internal;

/// <summary>A request that came with an <c>Idempotency-Key</c>.</summary>
internal sealed class RememberedAnswer(string requestHash, DateTimeOffset since)
{
    public string RequestHash { get; } = requestHash;

    public DateTimeOffset Since { get; } = since;

    /// <summary>The answer; <see langword="null"/> while it is being made.</summary>
    public ApiAnswer? Answer { get; set; }
}
