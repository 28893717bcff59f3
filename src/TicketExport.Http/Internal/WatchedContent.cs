using System.Net;

namespace TicketExport.Http.Internal;

// Stands in for a request's content and remembers whether the connection ever asked for its bytes.
internal sealed class WatchedContent : HttpContent
{
    private readonly HttpContent _inner;
    private volatile bool _wasAskedFor;

    private WatchedContent(HttpContent inner)
    {
        _inner = inner;
        foreach (var header in inner.Headers.NonValidated)
        {
            Headers.TryAddWithoutValidation(header.Key, header.Value);
        }
    }

    public bool WasAskedFor => _wasAskedFor;

    public static WatchedContent? Attach(HttpRequestMessage request)
    {
        if (request.Content is null)
        {
            return null;
        }

        var watched = new WatchedContent(request.Content);
        request.Content = watched;
        return watched;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        _wasAskedFor = true;
        return _inner.CopyToAsync(stream, context, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _inner.Headers.ContentLength ?? 0;
        return _inner.Headers.ContentLength is not null;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
