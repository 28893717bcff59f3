namespace TicketExport.Portable.Reading;

/// <summary>The bytes between the ticket that is being read and the end of what was read; grows with that ticket only.</summary>
internal sealed class JsonBuffer(Stream input, int chunkSize)
{
    private const int None = -1;

    private byte[] _bytes = new byte[chunkSize];
    private int _next;
    private int _end;
    private int _entry = None;
    private int _counted;
    private long _line = 1;

    public bool IsFinal { get; private set; }

    public bool HasEntry => _entry != None;

    public ReadOnlySpan<byte> Unread => _bytes.AsSpan(_next, _end - _next);

    /// <summary>How many bytes cannot be let go yet.</summary>
    public int Pending => _end - First;

    private int First => HasEntry ? _entry : _next;

    public void Advance(int count) => _next += count;

    /// <summary>The line of a place behind the one that is read next.</summary>
    public long LineAt(int offset)
    {
        CountTo(_next + offset);
        return _line;
    }

    public void BeginEntry(int offset) => _entry = _next + offset;

    public void EndEntry() => _entry = None;

    public ReadOnlyMemory<byte> EndEntry(int offset)
    {
        var entry = _bytes.AsMemory(_entry, _next + offset - _entry);
        _entry = None;
        return entry;
    }

    /// <summary>Goes back to the beginning of the ticket.</summary>
    public void Rewind()
    {
        _next = First;
        _entry = None;
        _line -= _counted > _next ? _bytes.AsSpan(_next, _counted - _next).Count((byte)'\n') : 0;
        _counted = Math.Min(_counted, _next);
    }

    /// <summary>Goes behind the next line feed, or to the end of what was read.</summary>
    /// <returns>Whether there was a line feed.</returns>
    public bool SkipLine()
    {
        var length = Unread.IndexOf((byte)'\n');
        _next = length < 0 ? _end : _next + length + 1;
        return length >= 0;
    }

    public async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        var first = First;
        CountTo(first);
        if (_end - first > _bytes.Length / 2)
        {
            var grown = new byte[_bytes.Length * 2];
            _bytes.AsSpan(first, _end - first).CopyTo(grown);
            _bytes = grown;
        }
        else
        {
            _bytes.AsSpan(first, _end - first).CopyTo(_bytes);
        }

        _next -= first;
        _end -= first;
        _counted -= first;
        _entry = HasEntry ? 0 : None;
        var count = await input.ReadAsync(_bytes.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        _end += count;
        IsFinal = count == 0;
    }

    private void CountTo(int place)
    {
        if (place > _counted)
        {
            _line += _bytes.AsSpan(_counted, place - _counted).Count((byte)'\n');
            _counted = place;
        }
    }
}
