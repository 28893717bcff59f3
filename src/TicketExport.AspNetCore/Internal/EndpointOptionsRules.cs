using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace TicketExport.AspNetCore.Internal;

/// <summary>Checks the options when the endpoints are mapped.</summary>
internal sealed partial class EndpointOptionsRules : IValidateOptions<TicketExportEndpointOptions>
{
    private const string Section = TicketExportEndpointOptions.SectionName;

    public ValidateOptionsResult Validate(string? name, TicketExportEndpointOptions options)
    {
        var problems = new[]
        {
            CheckRange(nameof(options.InboundReadTimeout), options.InboundReadTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5)),
            CheckRange(nameof(options.RememberAnswers), options.RememberAnswers, TimeSpan.FromMinutes(1), TimeSpan.FromDays(7)),
            CheckRange(nameof(options.MaxRememberedAnswers), options.MaxRememberedAnswers, 1, 100_000),
            string.IsNullOrWhiteSpace(options.DefaultTarget) ? $"{Section}:{nameof(options.DefaultTarget)} is empty. Set it to the id of a target, such as {TicketExportKeys.DefaultTargetId}." : null,
        }.OfType<string>().Concat(options.SourceRoutes.Select(CheckRoute).OfType<string>()).ToArray();
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static string? CheckRange<T>(string option, T value, T min, T max)
        where T : IComparable<T> =>
        value.CompareTo(min) >= 0 && value.CompareTo(max) <= 0 ? null : $"{Section}:{option} is {value}; set it between {min} and {max}.";

    private static string? CheckRoute(KeyValuePair<string, string> route) => Segment().IsMatch(route.Key) && SourceType().IsMatch(route.Value)
        ? null
        : $"{Section}:{nameof(TicketExportEndpointOptions.SourceRoutes)}:{route.Key} is no route of a source type. Use a segment such as report-issues, and a type of lower-case words joined by _, such as report_issue.";

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Segment();

    [GeneratedRegex("^[a-z][a-z0-9_]{0,63}$", RegexOptions.CultureInvariant)]
    private static partial Regex SourceType();
}
