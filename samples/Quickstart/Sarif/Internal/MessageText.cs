using System.Globalization;
using System.Text.RegularExpressions;
using TicketExport.Samples.Quickstart.Sarif.Protocol;

namespace TicketExport.Samples.Quickstart.Sarif.Internal;

internal static partial class MessageText
{
    public static string? Resolve(WireResult result, WireRule? rule, WireComponent? component)
    {
        var message = result.Message;
        var text = message?.Text ?? Named(message?.Id, rule?.MessageStrings) ?? Named(message?.Id, component?.GlobalMessageStrings);
        if (ContractText.IsBlank(text))
        {
            return null;
        }

        text = message?.Arguments is { Length: > 0 } arguments ? Fill(text, arguments) : text;
        return WithoutPlaceLinks(text, result.RelatedLocations ?? []);
    }

    private static string? Named(string? id, Dictionary<string, WireText?>? strings) =>
        id is not null && strings is not null && strings.TryGetValue(id, out var text) ? text?.Text : null;

    private static string Fill(string text, string?[] arguments) => Placeholder().Replace(text, match => match.Value switch
    {
        "{{" => "{",
        "}}" => "}",
        _ => int.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < arguments.Length
            ? arguments[index] ?? ""
            : match.Value,
    });

    // "[the source](1)" points at a related location, which a ticket does not show; only its text stays.
    private static string WithoutPlaceLinks(string text, WireLocation?[] related) => related.Length == 0
        ? text
        : PlaceLink().Replace(text, match =>
            int.TryParse(match.Groups[2].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && Array.Exists(related, location => location?.Id == id)
                ? match.Groups[1].Value
                : match.Value);

    [GeneratedRegex(@"\{\{|\}\}|\{([0-9]+)\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\[([^\[\]]+)\]\(([0-9]+)\)")]
    private static partial Regex PlaceLink();
}
