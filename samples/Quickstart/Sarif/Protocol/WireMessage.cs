namespace TicketExport.Samples.Quickstart.Sarif.Protocol;

internal sealed record WireMessage
{
    public string? Text { get; init; }

    public string? Id { get; init; }

    public string?[]? Arguments { get; init; }
}
