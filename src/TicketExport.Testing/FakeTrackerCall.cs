namespace TicketExport.Testing;

/// <summary>One request as the fake tracker saw it. The log of calls only grows.</summary>
/// <param name="Number">1 for the first request.</param>
/// <param name="Kind">What it asked for.</param>
/// <param name="At">When it was decided, by the tracker's clock.</param>
/// <param name="Marker">The marker that it carried.</param>
/// <param name="TicketKey">The ticket that it created or read.</param>
/// <param name="Status">The HTTP status of the answer; <see langword="null"/> when the connection was cut instead.</param>
public sealed record FakeTrackerCall(int Number, FakeTrackerCallKind Kind, DateTimeOffset At, string? Marker, string? TicketKey, int? Status);
