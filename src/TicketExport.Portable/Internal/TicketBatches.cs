namespace TicketExport.Portable.Internal;

/// <summary>Cuts a stream of tickets into streams of at most so many, without keeping any.</summary>
internal sealed class TicketBatches(IAsyncEnumerable<PortableTicket> tickets, int size, CancellationToken cancellationToken) : IAsyncDisposable
{
    private readonly IAsyncEnumerator<PortableTicket> _tickets = tickets.GetAsyncEnumerator(cancellationToken);

    /// <summary>The first ticket of the batch that comes next.</summary>
    public PortableTicket Current => _tickets.Current;

    /// <summary>How many tickets the batches so far had.</summary>
    public long Taken { get; private set; }

    /// <summary>Whether there is another batch.</summary>
    public ValueTask<bool> MoveNextAsync() => _tickets.MoveNextAsync();

    /// <summary>The tickets of the batch; read to their end before the next batch is asked for.</summary>
    public async IAsyncEnumerable<PortableTicket> TakeAsync()
    {
        for (var i = 0; i < size; i++)
        {
            if (i > 0 && !await _tickets.MoveNextAsync().ConfigureAwait(false))
            {
                yield break;
            }

            Taken++;
            yield return _tickets.Current;
        }
    }

    public ValueTask DisposeAsync() => _tickets.DisposeAsync();
}
