using System.Text;

namespace TicketExport.Redaction.Internal;

/// <summary>Applies all rules to one text.</summary>
/// <remarks>
/// A label of an earlier masking is never looked at, so that a masked text is clean. Masking repeats until nothing is found, because a
/// label can free what stood next to it: a token counts only where no word runs into it.
/// </remarks>
internal sealed class TextScan(CompiledRule[] rules)
{
    private const string LabelStart = "[redacted:";
    private const int MostLabel = 80;
    private const int MostPasses = 8;

    private readonly PassageList _found = new();

    /// <summary>Whether the text is clean. The common case; allocates nothing.</summary>
    public bool IsClean(string text)
    {
        Find(text);
        return _found.IsEmpty;
    }

    /// <summary>The ids of the rules that the last look found broken.</summary>
    public IEnumerable<string> BrokenRules() => [.. _found.Rules().Select(rule => rules[rule].Id)];

    /// <summary>The text with each passage replaced, or <see langword="null"/> when it does not get clean.</summary>
    public string? Mask(string text)
    {
        for (var pass = 0; pass < MostPasses; pass++)
        {
            if (IsClean(text))
            {
                return text;
            }

            text = Replace(text);
        }

        return IsClean(text) ? text : null;
    }

    private void Find(ReadOnlySpan<char> text)
    {
        _found.Clear();
        var position = 0;
        while (position < text.Length)
        {
            var (start, end) = NextLabel(text, position);
            FindIn(text[position..start], position);
            position = end;
        }
    }

    private void FindIn(ReadOnlySpan<char> piece, int offset)
    {
        _found.Offset = offset;
        for (var rule = 0; rule < rules.Length; rule++)
        {
            _found.Rule = rule;
            foreach (var scanner in rules[rule].Scanners)
            {
                scanner.Scan(piece, _found);
            }
        }
    }

    /// <summary>The next label of a rule that is on, or the end of the text.</summary>
    private (int Start, int End) NextLabel(ReadOnlySpan<char> text, int position)
    {
        while (text[position..].IndexOf(LabelStart, StringComparison.Ordinal) is var next and >= 0)
        {
            var start = position + next;
            var window = text[start..Math.Min(text.Length, start + MostLabel)];
            var length = window.IndexOf(']') + 1;
            if (length > 0 && IsLabel(window[..length]))
            {
                return (start, start + length);
            }

            position = start + LabelStart.Length;
        }

        return (text.Length, text.Length);
    }

    private bool IsLabel(ReadOnlySpan<char> text)
    {
        foreach (var rule in rules)
        {
            if (text.SequenceEqual(rule.Label))
            {
                return true;
            }
        }

        return false;
    }

    private string Replace(string text)
    {
        var masked = new StringBuilder(text.Length);
        var position = 0;
        foreach (var passage in _found.Joined())
        {
            masked.Append(text, position, passage.Start - position).Append(rules[passage.Rule].Label);
            position = passage.End;
        }

        return masked.Append(text, position, text.Length - position).ToString();
    }
}
