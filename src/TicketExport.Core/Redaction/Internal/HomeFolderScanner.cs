namespace TicketExport.Redaction.Internal;

/// <summary>Paths in the home folder of a person on Unix and macOS.</summary>
/// <remarks>
/// Routes of web applications look alike (<c>/Users/Details/5</c>). A path counts when two folders or a file with an extension follow the
/// person, and when it is neither part of an address nor the target of an HTTP method.
/// </remarks>
internal sealed class HomeFolderScanner() : AnchoredScanner(Anchors(Home, Users, Root))
{
    private const string Home = "/home/";
    private const string Users = "/Users/";
    private const string Root = "/root/";
    private const int MostPath = 4_096;

    private static readonly string[] Methods = ["GET ", "HEAD ", "POST ", "PUT ", "PATCH ", "DELETE ", "OPTIONS ", "ROUTE "];

    protected override ScanStep Match(ReadOnlySpan<char> text, int anchor)
    {
        if (anchor > 0 && (char.IsAsciiLetterOrDigit(text[anchor - 1]) || text[anchor - 1] is '.' or '-' or '_' or '~' or '%' or '}' or ']'))
        {
            return ScanStep.Miss(anchor + 1);
        }

        var end = Runs.TrimSentence(text, anchor, Runs.Until(text, anchor, Alphabets.AddressEnd, MostPath));
        return IsFile(text[anchor..end]) && !FollowsMethod(text[..anchor]) ? ScanStep.Hit(anchor, end) : ScanStep.Miss(end);
    }

    private static bool IsFile(ReadOnlySpan<char> path)
    {
        ReadOnlySpan<char> rest;
        if (path.StartsWith(Root, StringComparison.Ordinal))
        {
            rest = path[Root.Length..];
        }
        else if (path.StartsWith(Home, StringComparison.Ordinal) || path.StartsWith(Users, StringComparison.Ordinal))
        {
            var person = path[(path[1..].IndexOf('/') + 2)..];
            var slash = person.IndexOf('/');
            rest = slash > 0 && (char.IsAsciiLetter(person[0]) || person[0] == '_') ? person[(slash + 1)..] : [];
        }
        else
        {
            return false;
        }

        rest = rest.TrimEnd('/');
        var last = rest[(rest.LastIndexOf('/') + 1)..];
        return rest.Contains('/') || last.Contains('.');
    }

    private static bool FollowsMethod(ReadOnlySpan<char> before)
    {
        foreach (var method in Methods)
        {
            if (before.EndsWith(method, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
