using System.Text.Json;
using TicketExport.Contract;

namespace TicketExport.Portable.Reading;

/// <summary>Cuts JSON into the bytes of one ticket after the other, and keeps no more of it than that ticket.</summary>
/// <remarks>
/// Takes the envelope with its list, tickets that stand alone one after the other, and an array of them. Where values stand one per line, a broken
/// line costs that line only.
/// </remarks>
internal sealed class JsonEntryScanner(Stream input, int limit)
{
    private const int ChunkSize = 64 * 1024;

    // The envelope, its list and the ticket around the document.
    private const int OuterDepth = 4;

    private readonly JsonBuffer _buffer = new(input, ChunkSize);
    private readonly JsonEnvelope _envelope = new();
    private JsonReaderState _state = NewState();
    private JsonPlace _place;
    private long _valuesRead;
    private bool _isBroken;

    /// <summary>The ticket's bytes, of use until the next move.</summary>
    public ReadOnlyMemory<byte> Entry { get; private set; }

    /// <summary>Whether the ticket stands outside of an envelope, so that it names its version itself.</summary>
    public bool IsAlone { get; private set; }

    /// <summary>The line on which the ticket or the problem begins.</summary>
    public long Line { get; private set; }

    /// <summary>Why a ticket could not be cut out; <see langword="null"/> when it was.</summary>
    public PortableProblem? Problem { get; private set; }

    public async ValueTask<bool> MoveNextAsync(CancellationToken cancellationToken)
    {
        Problem = null;
        while (true)
        {
            if (_isBroken)
            {
                await SkipLineAsync(cancellationToken).ConfigureAwait(false);
                return true;
            }

            if (Scan())
            {
                return true;
            }

            if (_isBroken)
            {
                continue;
            }

            if (_buffer.IsFinal)
            {
                return false;
            }

            if (_buffer.Pending > limit)
            {
                Break(FileProblems.TooLong(limit));
                continue;
            }

            await _buffer.FillAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private bool Scan()
    {
        var reader = new Utf8JsonReader(_buffer.Unread, _buffer.IsFinal, _state);
        var isFound = false;
        try
        {
            while (!isFound && reader.Read())
            {
                isFound = Take(ref reader);
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            Break(FileProblems.NotJson);
            return false;
        }

        _state = reader.CurrentState;
        _buffer.Advance((int)reader.BytesConsumed);
        return isFound;
    }

    private bool Take(ref Utf8JsonReader reader)
    {
        var depth = reader.CurrentDepth;
        var isStart = reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray;
        var isEnd = reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray;
        switch (_place)
        {
            case JsonPlace.File when depth == 0 && reader.TokenType == JsonTokenType.StartArray:
                _place = JsonPlace.Array;
                return false;
            case JsonPlace.File when depth == 1 && _envelope.IsListStart(ref reader, _buffer.LineAt((int)reader.TokenStartIndex)):
                _buffer.EndEntry();
                _place = JsonPlace.Tickets;
                return false;
            case JsonPlace.Array when depth == 0 && isEnd:
                _valuesRead++;
                _place = JsonPlace.File;
                return false;
            case JsonPlace.Tickets when depth == 1 && isEnd:
                _place = JsonPlace.AfterTickets;
                return false;
            case JsonPlace.AfterTickets:
                TakeTail(ref reader, depth);
                return false;
        }

        return depth == (int)_place && TakeEntry(ref reader, isStart, isEnd);
    }

    private void TakeTail(ref Utf8JsonReader reader, int depth)
    {
        if (depth == 1 && _envelope.IsListStart(ref reader, _buffer.LineAt((int)reader.TokenStartIndex)))
        {
            throw new UnreadableFileException(FileProblems.SecondTickets, _buffer.LineAt((int)reader.TokenStartIndex));
        }

        if (depth == 0)
        {
            _envelope.ThrowIfNotOurs(_buffer.LineAt((int)reader.TokenStartIndex));
            _envelope.Clear();
            _valuesRead++;
            _place = JsonPlace.File;
        }
    }

    private bool TakeEntry(ref Utf8JsonReader reader, bool isStart, bool isEnd)
    {
        if (!isEnd)
        {
            _buffer.BeginEntry((int)reader.TokenStartIndex);
            Line = _buffer.LineAt((int)reader.TokenStartIndex);
        }

        if (isStart)
        {
            return false;
        }

        Entry = _buffer.EndEntry((int)reader.BytesConsumed);
        IsAlone = _place != JsonPlace.Tickets;
        Problem = Entry.Length > limit ? FileProblems.TooLong(limit) : null;
        if (_place == JsonPlace.File)
        {
            _envelope.Clear();
            _valuesRead++;
        }

        return true;
    }

    // A file whose values stand one after the other has a new one on the next line; in the first value that is not known yet.
    private void Break(PortableProblem problem)
    {
        var line = _buffer.HasEntry ? Line : _buffer.LineAt(0);
        if (_valuesRead == 0)
        {
            throw new UnreadableFileException(problem, line);
        }

        Line = line;
        Problem = problem;
        _isBroken = true;
    }

    private async ValueTask SkipLineAsync(CancellationToken cancellationToken)
    {
        _buffer.Rewind();
        while (!_buffer.SkipLine() && !_buffer.IsFinal)
        {
            await _buffer.FillAsync(cancellationToken).ConfigureAwait(false);
        }

        _envelope.Clear();
        _state = NewState();
        _place = JsonPlace.File;
        _isBroken = false;
    }

    private static JsonReaderState NewState() =>
        new(new JsonReaderOptions { AllowMultipleValues = true, MaxDepth = ContractLimits.JsonDepth + OuterDepth });
}
