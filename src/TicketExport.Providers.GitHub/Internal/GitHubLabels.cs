using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using TicketExport.Rendering;

namespace TicketExport.Providers.GitHub.Internal;

/// <summary>Names of labels by GitHub's rules: one line, at most 50 characters, no comma, no two that differ by case alone.</summary>
internal static class GitHubLabels
{
    private const int HashCharacters = 8;

    private static readonly TextLimit CutLimit = new(GitHubDefaults.LabelLimit.Length - HashCharacters - 1, TextUnit.Utf16);
    private static readonly TextLimit Any = new(int.MaxValue, TextUnit.Utf16);

    public static ImmutableArray<string> Normalise(IEnumerable<string> names) =>
        [.. names.Select(Normalise).Where(static name => name.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];

    // A comma would part the label in two where labels are asked for. What is too long ends in a hash of the whole, so that two long
    // labels with one beginning stay two.
    private static string Normalise(string name)
    {
        var line = PlainTextRenderer.RenderLine(name.Replace(',', ' '), Any);
        return GitHubDefaults.LabelLimit.Allows(line)
            ? line
            : $"{PlainTextRenderer.RenderLine(line, CutLimit)}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(line)))[..HashCharacters]}";
    }
}
