using System.Collections.Frozen;

namespace TicketExport.Rendering;

internal static class JiraWikiCode
{
    // The languages that every supported Jira colours; for others some show an error in place of the code.
    private static readonly FrozenSet<string> Coloured = FrozenSet.ToFrozenSet(
        [
            "actionscript", "ada", "applescript", "bash", "c", "c#", "c++", "css", "erlang", "go", "groovy", "haskell", "html", "java", "javascript", "js",
            "json", "lua", "objc", "perl", "php", "python", "r", "ruby", "scala", "sql", "swift", "visualbasic", "xml", "yaml",
        ],
        StringComparer.OrdinalIgnoreCase);

    // Nothing inside is read except the tag that ends it. That tag is parted by a joiner where the other kind of block does not serve.
    public static string Of(Block.Code code)
    {
        var text = TextSanitizer.Clean(code.Text);
        var language = CodeLanguage.Of(code);
        language = Coloured.Contains(language) ? language : "";
        var useCode = (language.Length > 0 && !Holds(text, "{code")) || Holds(text, "{noformat");
        var tag = useCode ? "code" : "noformat";
        var inert = text.Replace("{" + tag, "{" + JiraWikiEscape.WordJoiner + tag, StringComparison.OrdinalIgnoreCase);
        var start = useCode ? $"{{code:{(language.Length > 0 ? language : "none")}}}" : "{noformat}";
        return $"{start}\n{inert}{(inert.EndsWith('\n') ? "" : "\n")}{{{tag}}}";
    }

    private static bool Holds(string text, string tag) => text.Contains(tag, StringComparison.OrdinalIgnoreCase);
}
