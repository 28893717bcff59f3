using System.Text.RegularExpressions;

namespace TicketExport.Testing.Internal;

/// <summary>An encoded query: conditions joined by <c>^</c>. A condition on a field that is none is left out, or finds nothing, as the instance is set.</summary>
internal static partial class FakeServiceNowQuery
{
    /// <summary>Whether a row meets a query.</summary>
    /// <param name="query">The query; <see langword="null"/> for none.</param>
    /// <param name="valueOf">The row's value of a field; <see langword="null"/> for a field that is none.</param>
    /// <param name="invalidFindsNothing">What a condition on such a field does.</param>
    public static bool IsMet(string? query, Func<string, string?> valueOf, bool invalidFindsNothing) => (query ?? "")
        .Split('^', StringSplitOptions.RemoveEmptyEntries)
        .Where(static part => !part.StartsWith("ORDERBY", StringComparison.Ordinal))
        .All(part => Condition().Match(part) is { Success: true } match && valueOf(match.Groups["field"].Value) is { } value
            ? IsMet(value, match.Groups["operator"].Value, match.Groups["value"].Value)
            : !invalidFindsNothing);

    public static bool IsNewestFirst(string? query) => query?.Contains("^ORDERBYDESC", StringComparison.Ordinal) == true;

    private static bool IsMet(string value, string @operator, string wanted) => @operator switch
    {
        "=" => value == wanted,
        "!=" => value != wanted,
        "IN" => wanted.Split(',').Contains(value, StringComparer.Ordinal),
        "LIKE" => value.Contains(wanted, StringComparison.OrdinalIgnoreCase),
        _ => value.StartsWith(wanted, StringComparison.OrdinalIgnoreCase),
    };

    [GeneratedRegex("^(?<field>[a-z_]+)(?<operator>=|!=|IN|LIKE|STARTSWITH)(?<value>.*)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Condition();
}
