using System.Globalization;

namespace TicketExport.Http;

/// <summary>A path below an API's root, with its query. What is put into it cannot leave its place.</summary>
/// <remarks>
/// <code>TicketHttpPath.Of($"rest/api/3/issue/{id}/comment").With("maxResults", "50")</code>
/// Each hole becomes one segment, percent-encoded. Immutable; safe on any thread.
/// </remarks>
public sealed class TicketHttpPath
{
    private readonly string _text;
    private readonly bool _hasQuery;

    private TicketHttpPath(string text, bool hasQuery) => (_text, _hasQuery) = (text, hasQuery);

    /// <summary>Makes a path of fixed text and holes.</summary>
    /// <param name="path">The path, such as <c>$"issues/{id}"</c>, without a slash at the start and without a query.</param>
    /// <exception cref="ArgumentException">
    /// A hole is empty, <c>.</c> or <c>..</c>: it would lead elsewhere. Check an id with <see cref="RemoteText.IsId"/> before it is used.
    /// </exception>
    public static TicketHttpPath Of(ref TicketHttpPathHandler path) => new(path.ToText(), hasQuery: false);

    /// <summary>Adds a parameter to the query, percent-encoded.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="value">The value; <see langword="null"/> to add nothing.</param>
    public TicketHttpPath With(string name, string? value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return value is null
            ? this
            : new($"{_text}{(_hasQuery ? '&' : '?')}{Uri.EscapeDataString(name)}={Uri.EscapeDataString(value)}", hasQuery: true);
    }

    /// <inheritdoc cref="With(string, string?)"/>
    public TicketHttpPath With(string name, int value) => With(name, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>The path and the query, encoded.</summary>
    public override string ToString() => _text;
}
