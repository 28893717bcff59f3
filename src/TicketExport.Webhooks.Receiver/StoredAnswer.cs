namespace TicketExport.Webhooks.Receiver;

/// <summary>An answer as it was given the first time.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The JSON body.</param>
public sealed record StoredAnswer(int Status, string Body);
