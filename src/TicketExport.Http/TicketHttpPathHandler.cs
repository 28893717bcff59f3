using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace TicketExport.Http;

/// <summary>What the compiler builds a <see cref="TicketHttpPath"/> with.</summary>
[InterpolatedStringHandler]
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct TicketHttpPathHandler
{
    private readonly StringBuilder _text;

    /// <summary>Starts a path.</summary>
    /// <param name="literalLength">How many characters of fixed text follow.</param>
    /// <param name="formattedCount">How many holes follow.</param>
    public TicketHttpPathHandler(int literalLength, int formattedCount) => _text = new StringBuilder(literalLength + (formattedCount * 16));

    /// <summary>Adds fixed text.</summary>
    public void AppendLiteral(string value) => _text.Append(value);

    /// <summary>Adds one segment, encoded.</summary>
    /// <exception cref="ArgumentException">The segment is empty, <c>.</c> or <c>..</c></exception>
    public void AppendFormatted(string? value)
    {
        if (value is null or "" or "." or "..")
        {
            throw new ArgumentException("A segment of a path must not be empty, '.' or '..'. Check the value with RemoteText.IsId first.", nameof(value));
        }

        _text.Append(Uri.EscapeDataString(value));
    }

    /// <summary>Adds a number as one segment.</summary>
    public void AppendFormatted(long value) => _text.Append(CultureInfo.InvariantCulture, $"{value}");

    internal string ToText() => _text.ToString();
}
