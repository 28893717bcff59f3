using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace TicketExport.Identity;

/// <summary>The fingerprint and generation as stamped into a ticket, so that the ticket can be found again.</summary>
/// <remarks>
/// <see cref="Value"/> is <c>ticketexport-&lt;fingerprint&gt;-g&lt;generation&gt;</c>: lower-case letters, digits and hyphens only, at
/// most 89 characters, so that it can be a label, a search term or part of a comment in every tracker.
/// </remarks>
public readonly record struct TicketMarker
{
    /// <summary>The most characters that a marker has.</summary>
    public const int MaximumLength = 89;

    private const string Prefix = "ticketexport-";
    private const string GenerationMark = "-g";
    private const int PrefixLength = 13;
    private const int FingerprintLength = 64;

    /// <summary>Creates the marker of a ticket.</summary>
    /// <param name="fingerprint">The source's fingerprint.</param>
    /// <param name="generation">1 for the first ticket of a source, one more after each unlink.</param>
    /// <exception cref="ArgumentException">The fingerprint is the default one, or the generation is below 1.</exception>
    public TicketMarker(DuplicateFingerprint fingerprint, int generation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(generation, 1);
        if (fingerprint == default)
        {
            throw new ArgumentException("A default DuplicateFingerprint has no value. Use DuplicateFingerprint.Compute or Parse.", nameof(fingerprint));
        }

        Fingerprint = fingerprint;
        Generation = generation;
    }

    /// <summary>The source's fingerprint.</summary>
    public DuplicateFingerprint Fingerprint { get; }

    /// <summary>The generation of the ticket, from 1.</summary>
    public int Generation { get; }

    /// <summary>The text that is stamped.</summary>
    /// <exception cref="InvalidOperationException">This is the default marker.</exception>
    public string Value => Generation > 0
        ? ToString()
        : throw new InvalidOperationException("A default TicketMarker has no value. Use ExportKeys.Marker or TicketMarker.Parse.");

    /// <summary>Reads a marker that stands alone in a text.</summary>
    /// <exception cref="FormatException">The text is no marker in its one spelling.</exception>
    public static TicketMarker Parse(string value) =>
        TryParse(value, out var marker)
            ? marker
            : throw new FormatException("A ticket marker is 'ticketexport-', 64 lower-case hexadecimal digits, '-g' and a generation from 1.");

    /// <summary>Reads a marker that stands alone in a text.</summary>
    public static bool TryParse([NotNullWhen(true)] string? value, out TicketMarker marker)
    {
        marker = default;
        const int markAt = PrefixLength + FingerprintLength;
        if (value is null
            || value.Length is <= markAt + 2 or > MaximumLength
            || !value.StartsWith(Prefix, StringComparison.Ordinal)
            || string.CompareOrdinal(value, markAt, GenerationMark, 0, GenerationMark.Length) != 0
            || value[markAt + 2] == '0'
            || !DuplicateFingerprint.TryParse(value[Prefix.Length..markAt], out var fingerprint)
            || !int.TryParse(value.AsSpan(markAt + 2), NumberStyles.None, CultureInfo.InvariantCulture, out var generation))
        {
            return false;
        }

        marker = new(fingerprint, generation);
        return true;
    }

    /// <summary>Gives the text that is stamped; empty for the default marker.</summary>
    public override string ToString() => Generation > 0
        ? string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Fingerprint.Value}{GenerationMark}{Generation}")
        : "";
}
