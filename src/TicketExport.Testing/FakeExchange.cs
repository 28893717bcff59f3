namespace TicketExport.Testing;

/// <summary>A request with the answer that it got, whole: to hold both against a tracker's published specification.</summary>
/// <param name="Kind">What the request asked for.</param>
/// <param name="Request">The request, its credentials included.</param>
/// <param name="Reply">The answer; <see langword="null"/> when the connection was cut instead.</param>
public sealed record FakeExchange(FakeTrackerCallKind Kind, FakeHttpRequest Request, FakeHttpReply? Reply);
