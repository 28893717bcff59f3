using System.Text.RegularExpressions;

namespace TicketExport.Testing.Internal;

// The words and signs of a GraphQL document, in order.
internal sealed partial class LinearTokens
{
    private readonly string[] _tokens;
    private int _next;

    public LinearTokens(string document)
    {
        var rest = Ignored().Replace(document, " ");
        if (Token().Replace(rest, "").Trim().Length > 0)
        {
            throw new LinearException(LinearProblem.Schema("Syntax Error: Unexpected character."));
        }

        _tokens = [.. Token().Matches(rest).Select(static match => match.Value)];
    }

    public bool IsAtEnd => _next == _tokens.Length;

    public string Next => IsAtEnd ? "<EOF>" : _tokens[_next];

    public string Take() => IsAtEnd ? throw Unexpected() : _tokens[_next++];

    public void Expect(string token)
    {
        if (Take() != token)
        {
            _next--;
            throw Unexpected();
        }
    }

    public bool TryTake(string token)
    {
        var isThere = !IsAtEnd && _tokens[_next] == token;
        _next += isThere ? 1 : 0;
        return isThere;
    }

    public string TakeName() => Next is [var first, ..] && (char.IsAsciiLetter(first) || first == '_') ? Take() : throw Unexpected();

    public LinearException Unexpected() => new(LinearProblem.Schema($"Syntax Error: Unexpected \"{Next}\"."));

    [GeneratedRegex("#[^\n]*|,")]
    private static partial Regex Ignored();

    [GeneratedRegex("""\.\.\.|"(?:[^"\\\n]|\\.)*"|-?[0-9]+(?:\.[0-9]+)?|[A-Za-z_][A-Za-z0-9_]*|[{}()\[\]:!$@=|&]""")]
    private static partial Regex Token();
}
