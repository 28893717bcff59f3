namespace TicketExport.Portable.Reading;

/// <summary>Cuts a file into its lines. Keeps no more of it than one line, and nothing of a line that is too long.</summary>
internal sealed class LineScanner(Stream input, int limit)
{
    private byte[] _bytes = new byte[64 * 1024];
    private int _start;
    private int _end;
    private bool _isFinal;

    /// <summary>The line without its end, of use until the next move; its beginning only where it is too long.</summary>
    public ReadOnlyMemory<byte> Line { get; private set; }

    /// <summary>The line's number, beginning with 1.</summary>
    public long Number { get; private set; }

    public bool IsTooLong { get; private set; }

    public async ValueTask<bool> MoveNextAsync(CancellationToken cancellationToken)
    {
        Number++;
        IsTooLong = false;
        var searched = 0;
        while (true)
        {
            var length = _bytes.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (length >= 0)
            {
                Take(searched + length, 1);
                return true;
            }

            searched = _end - _start;
            if (_isFinal)
            {
                Take(searched, 0);
                return searched > 0 || IsTooLong;
            }

            if (searched > limit)
            {
                IsTooLong = true;
                _start = _end;
                searched = 0;
            }

            await FillAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private void Take(int length, int end)
    {
        var line = _bytes.AsMemory(_start, length);
        Line = line.Span is [.., (byte)'\r'] ? line[..^1] : line;
        _start += length + end;
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        var length = _end - _start;
        var target = length > _bytes.Length / 2 ? new byte[_bytes.Length * 2] : _bytes;
        _bytes.AsSpan(_start, length).CopyTo(target);
        (_bytes, _start, _end) = (target, 0, length);
        var count = await input.ReadAsync(_bytes.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        _end += count;
        _isFinal = count == 0;
    }
}
