using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace TicketExport.Samples.Quickstart.Sarif.Internal;

// A finding keeps its fingerprint when lines are added above it: no line number goes in. Equal findings in one file are
// told apart by their order, so that fixing the second of three leaves the first as it is.
internal static partial class FindingFingerprint
{
    private const string Version = "sarif-finding.v1";

    public static ImmutableArray<SarifFinding> Assign(ImmutableArray<SarifFinding> findings)
    {
        var assigned = new SarifFinding?[findings.Length];
        var groups = Enumerable.Range(0, findings.Length).GroupBy(i => Hash([Version, .. Key(findings[i])]), StringComparer.Ordinal);
        foreach (var group in groups)
        {
            var occurrence = 0;
            var seen = new HashSet<(int?, int?, int?, int?, string)>();
            foreach (var i in group.OrderBy(i => findings[i].Place.StartLine).ThenBy(i => findings[i].Place.StartColumn))
            {
                var (place, message) = (findings[i].Place, findings[i].Message);
                if (seen.Add((place.StartLine, place.StartColumn, place.EndLine, place.EndColumn, message)))
                {
                    assigned[i] = findings[i] with { Fingerprint = occurrence == 0 ? group.Key : Hash([group.Key, $"{occurrence}"]) };
                    occurrence++;
                }
            }
        }

        return [.. assigned.OfType<SarifFinding>()];
    }

    private static string?[] Key(SarifFinding finding) => finding.ToolFingerprint is { } given
        ? ["tool", finding.Tool, finding.Rule.Id, finding.Place.Path, given]
        : ["content", finding.Tool, finding.Rule.Id, finding.Place.Path, finding.Place.Element, Settled(finding.Message), Settled(finding.Place.Snippet)];

    // Messages such as "already defined on line 12" must not change when that line moves.
    private static string? Settled(string? text) =>
        text is null ? null : LineNumber().Replace(Spaces().Replace(text.Trim(), " "), "$1 #");

    private static string Hash(ReadOnlySpan<string?> fields)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (var field in fields)
        {
            var bytes = field is null ? [] : Encoding.UTF8.GetBytes(field);
            BinaryPrimitives.WriteInt32LittleEndian(length, field is null ? -1 : bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\b(lines?|columns?) [0-9]+(?:[:,-][0-9]+)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LineNumber();
}
