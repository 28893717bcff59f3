using System.Globalization;

namespace TicketExport.Identity;

/// <summary>The fingerprint and generation as stamped into a ticket, so that the ticket can be found again.</summary>
/// <remarks>
/// <see cref="ToString"/> gives <c>ticketexport-&lt;fingerprint&gt;-g&lt;generation&gt;</c>: letters, digits and hyphens only, at most
/// 90 characters, so that it can be a label, a search term or part of a comment in every tracker.
/// </remarks>
/// <param name="Fingerprint">The source's fingerprint.</param>
/// <param name="Generation">The generation of the ticket.</param>
public readonly record struct TicketMarker(DuplicateFingerprint Fingerprint, int Generation)
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"ticketexport-{Fingerprint.Value}-g{Generation}");
}
