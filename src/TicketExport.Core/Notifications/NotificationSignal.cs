namespace TicketExport.Notifications;

/// <summary>Tells the notification worker of this process that something waits. A hint that may be lost: the poll finds what no signal told.</summary>
internal sealed class NotificationSignal(TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _wanted = new(0, 1);
    private readonly Lock _gate = new();

    public void Wake()
    {
        lock (_gate)
        {
            if (_wanted.CurrentCount == 0)
            {
                _wanted.Release();
            }
        }
    }

    public async Task WaitAsync(TimeSpan longest, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(longest, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        await _wanted.WaitAsync(linked.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => _wanted.Dispose();
}
