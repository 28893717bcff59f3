using System.Text.Json;
using TicketExport.Contract;

namespace TicketExport.Portable;

/// <summary>Names and chooses the format of a portable file.</summary>
public static class PortableFormats
{
    /// <summary>The action that leaves the choice of the format to <see cref="Choose"/>.</summary>
    public const string ChooseAction = "portable_export";

    /// <summary>
    /// Chooses the best format by source and target: JSON where a program reads it, which is what the webhook providers deliver to; CSV for
    /// several sources; Markdown for one that a person copies into a tracker.
    /// </summary>
    /// <param name="providerKey">The provider key of the target; <see langword="null"/> where there is no target.</param>
    /// <param name="sourceCount">How many sources the file is to hold; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="sourceCount"/> is less than 1.</exception>
    public static PortableFormatChoice Choose(string? providerKey, long sourceCount = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sourceCount, 1);
        return providerKey is not null && WebhookProviderKeys.All.Contains(providerKey, StringComparer.OrdinalIgnoreCase)
            ? new(PortableFormat.Json, PortableFormatReason.AutomationTarget)
            : sourceCount > 1 ? new(PortableFormat.Csv, PortableFormatReason.Batch)
            : new(PortableFormat.Markdown, PortableFormatReason.SingleFinding);
    }

    /// <summary>
    /// Reads the action of a page or a route: <c>portable_export</c>, <c>csv_export</c>, <c>markdown_export</c>, <c>json_export</c> or
    /// <c>json_lines_export</c>.
    /// </summary>
    /// <param name="action">The action; compared without case.</param>
    /// <param name="format">The format that it asks for; <see langword="null"/> where it leaves the choice to us.</param>
    /// <returns>Whether it is one of the actions.</returns>
    public static bool TryParseAction(string? action, out PortableFormat? format)
    {
        format = null;
        if (string.Equals(action, ChooseAction, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        foreach (var candidate in Enum.GetValues<PortableFormat>())
        {
            if (candidate != PortableFormat.Unknown && string.Equals(action, $"{WordOf(candidate)}_export", StringComparison.OrdinalIgnoreCase))
            {
                format = candidate;
                return true;
            }
        }

        return false;
    }

    /// <summary>The format's word, which is stored as <c>portable_export_format</c>: <c>csv</c>, <c>markdown</c>, <c>json</c> or <c>json_lines</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The format is none.</exception>
    public static string WordOf(PortableFormat format) => format switch
    {
        PortableFormat.Csv => "csv",
        PortableFormat.Markdown => "markdown",
        PortableFormat.Json => "json",
        PortableFormat.JsonLines => "json_lines",
        _ => throw Unknown(format),
    };

    /// <summary>The media type of a file of this format, for a download.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The format is none.</exception>
    public static string MediaTypeOf(PortableFormat format) => format switch
    {
        PortableFormat.Csv => "text/csv; charset=utf-8",
        PortableFormat.Markdown => "text/markdown; charset=utf-8",
        PortableFormat.Json => "application/json",
        PortableFormat.JsonLines => "application/jsonl",
        _ => throw Unknown(format),
    };

    /// <summary>The extension of a file of this format.</summary>
    internal static string ExtensionOf(PortableFormat format) => format switch
    {
        PortableFormat.Csv => ".csv",
        PortableFormat.Markdown => ".md",
        PortableFormat.Json => ".json",
        PortableFormat.JsonLines => ".jsonl",
        _ => throw Unknown(format),
    };

    internal static string WordOf(PortableFormatReason reason) => JsonNamingPolicy.SnakeCaseLower.ConvertName(reason.ToString());

    internal static ArgumentOutOfRangeException Unknown(PortableFormat format) =>
        new(nameof(format), format, "A portable file is CSV, Markdown, JSON or JSON Lines. Set Format to one of them.");
}
