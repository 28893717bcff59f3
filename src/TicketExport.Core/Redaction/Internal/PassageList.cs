namespace TicketExport.Redaction.Internal;

/// <summary>Collects passages. Offsets are relative to the piece of the text that is being scanned.</summary>
internal sealed class PassageList
{
    private readonly List<Passage> _passages = [];

    public int Offset { get; set; }

    public int Rule { get; set; }

    public bool IsEmpty => _passages.Count == 0;

    public void Add(int start, int end) => _passages.Add(new Passage(Offset + start, Offset + end, Rule));

    public void Clear() => _passages.Clear();

    public IEnumerable<int> Rules() => _passages.Select(static passage => passage.Rule).Distinct().Order();

    /// <summary>The passages in order, those that overlap joined under the rule that starts first.</summary>
    public IEnumerable<Passage> Joined()
    {
        _passages.Sort(static (a, b) => (a.Start, a.Rule).CompareTo((b.Start, b.Rule)));
        var current = _passages[0];
        foreach (var passage in _passages.Skip(1))
        {
            if (passage.Start < current.End)
            {
                current = current with { End = Math.Max(current.End, passage.End) };
            }
            else
            {
                yield return current;
                current = passage;
            }
        }

        yield return current;
    }
}
