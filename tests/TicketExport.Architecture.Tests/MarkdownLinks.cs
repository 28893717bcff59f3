using System.Text.RegularExpressions;

namespace TicketExport.Architecture.Tests;

/// <summary>The links of a page that lead to another file of the repository.</summary>
internal static partial class MarkdownLinks
{
    public static IEnumerable<(string Page, string Target)> Relative(string page)
    {
        foreach (Match match in Link().Matches(CodeBlock().Replace(RepositoryTree.Read(page), "")))
        {
            var target = match.Groups[1].Value.Split('#')[0];
            if (target.Length > 0 && !target.Contains(':', StringComparison.Ordinal))
            {
                var full = Path.GetFullPath(Path.Combine(RepositoryTree.Root, Path.GetDirectoryName(page)!, target));
                yield return (page, Path.GetRelativePath(RepositoryTree.Root, full).Replace('\\', '/'));
            }
        }
    }

    [GeneratedRegex(@"\]\(([^)\s]+)\)", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex("```.*?```|`[^`\n]*`", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
