namespace TicketExport.Webhooks.Receiver.Internal;

/// <summary>Work under way in this process, for callers who ask for the same meanwhile.</summary>
internal sealed class Flight(string contentHash)
{
    private readonly TaskCompletionSource<ReceiverResponse> _landed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string ContentHash { get; } = contentHash;

    public Task<ReceiverResponse> Landed => _landed.Task;

    public void Land(ReceiverResponse response) => _landed.TrySetResult(response);
}
