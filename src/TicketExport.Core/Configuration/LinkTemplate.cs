using System.Text.RegularExpressions;

namespace TicketExport.Configuration;

/// <summary>An address with ids in braces. Pure.</summary>
internal static partial class LinkTemplate
{
    /// <summary>What is wrong with a template, as the end of a sentence; <see langword="null"/> when it can be used.</summary>
    /// <param name="template">The template.</param>
    /// <param name="allowed">The ids that it may hold.</param>
    /// <param name="required">The one that it must hold; <see langword="null"/> for none.</param>
    public static string? FindProblem(string? template, string[] allowed, string? required)
    {
        if (string.IsNullOrEmpty(template) || !HasSafeStart(template) || template.Any(static character => char.IsControl(character) || char.IsWhiteSpace(character) || character == '\\'))
        {
            return "is neither a path that begins with one / nor an https or http address without a user";
        }

        var names = Placeholder().Matches(template).Select(static match => match.Groups[1].Value).ToArray();
        if (names.Except(allowed, StringComparer.Ordinal).Any() || Placeholder().Replace(template, "").AsSpan().ContainsAny('{', '}'))
        {
            return $"may hold {string.Join(" and ", allowed.Select(static name => $"{{{name}}}"))} in braces and nothing else";
        }

        return required is null || names.Contains(required) ? null : $"lacks {{{required}}}";
    }

    /// <summary>Puts escaped ids into a template.</summary>
    /// <returns>The link; <see langword="null"/> when an id cannot be a part of an address.</returns>
    public static string? Format(string template, params ReadOnlySpan<(string Name, string Value)> ids)
    {
        foreach (var (name, value) in ids)
        {
            var placeholder = $"{{{name}}}";
            if (!template.Contains(placeholder, StringComparison.Ordinal))
            {
                continue;
            }

            // No escaping keeps a browser from reading dots as a step up.
            if (value is "" or "." or "..")
            {
                return null;
            }

            template = template.Replace(placeholder, Uri.EscapeDataString(value), StringComparison.Ordinal);
        }

        return template;
    }

    private static bool HasSafeStart(string template)
    {
        if (template[0] == '/')
        {
            return template.Length == 1 || template[1] != '/';
        }

        return Uri.TryCreate(template, UriKind.Absolute, out var address) && address is { Scheme: "https" or "http", UserInfo: "" };
    }

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex Placeholder();
}
