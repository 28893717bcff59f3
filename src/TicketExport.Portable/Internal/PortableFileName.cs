using System.Globalization;
using System.Text;

namespace TicketExport.Portable.Internal;

internal static class PortableFileName
{
    private const int MaxBytes = 120;

    // Names that Windows keeps for devices, with any extension.
    private static readonly HashSet<string> Reserved = new(
        ["CON", "PRN", "AUX", "NUL", "CLOCK$", "CONIN$", "CONOUT$", .. Numbered("COM"), .. Numbered("LPT")], StringComparer.OrdinalIgnoreCase);

    private static readonly string[] Extensions = [".csv", ".md", ".json", ".jsonl", ZipExtension];

    /// <summary>The extension of a bundle.</summary>
    public const string ZipExtension = ".zip";

    public static string Create(string name, PortableFormat format) => Create(name, PortableFormats.ExtensionOf(format));

    public static string Create(string name, string extension)
    {
        ArgumentNullException.ThrowIfNull(name);
        var stem = name.EndsWith(extension, StringComparison.OrdinalIgnoreCase) ? name[..^extension.Length] : name;
        var clean = Clean(stem);
        if (!clean.Any(char.IsLetterOrDigit))
        {
            throw new ArgumentException("The name of a portable file needs a letter or a digit. Give one, such as the ticket's title.", nameof(name));
        }

        return (Reserved.Contains(clean.Split('.')[0]) ? "_" + clean : clean) + extension;
    }

    /// <summary>Whether it is a name that <see cref="Create(string, string)"/> gives: no folder, no link up, no device.</summary>
    public static bool IsOwn(string fileName)
    {
        var extension = Path.GetExtension(fileName);
        var stem = fileName[..^extension.Length];
        return Extensions.Contains(extension, StringComparer.Ordinal) && stem.Any(char.IsLetterOrDigit) && Create(stem, extension) == fileName;
    }

    private static string Clean(string stem)
    {
        var output = new StringBuilder();
        var bytes = 0;
        foreach (var rune in stem.EnumerateRunes())
        {
            var kept = Rune.IsLetterOrDigit(rune) || rune.Value is '_' or '-' or '.' || IsMark(rune) ? rune : new Rune('-');
            var repeated = kept.Value is '-' or '.' && output.Length > 0 && output[^1] is '-' or '.';
            if (repeated || output.Length == 0 && kept.Value is '-' or '.')
            {
                continue;
            }

            bytes += kept.Utf8SequenceLength;
            if (bytes > MaxBytes)
            {
                break;
            }

            output.Append(kept.ToString());
        }

        return output.ToString().TrimEnd('-', '.');
    }

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static IEnumerable<string> Numbered(string device) => "0123456789".Select(digit => device + digit);
}
