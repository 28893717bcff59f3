using TicketExport.Contract;
using TicketExport.Redaction.Internal;

namespace TicketExport.Redaction;

/// <summary>The last look at what is about to leave the host: stops or masks secrets, private paths and personal data.</summary>
/// <remarks>
/// Safe for use from many threads. Time grows linearly with the text, whatever the text holds. A verdict never holds the text that was
/// found. <see cref="RedactionGate"/> is the implementation of this library.
/// </remarks>
public interface IRedactionGate
{
    /// <summary>Judges a document by every text in it.</summary>
    RedactionVerdict Inspect(TicketExportDocument document);

    /// <summary>Judges a single text, such as a comment or a tracker's error message.</summary>
    /// <param name="path">The name under which findings report the text.</param>
    /// <param name="text">The text.</param>
    RedactedText Inspect(string path, string text);

    /// <summary>Masks a single text that cannot be stopped, such as a tracker's error message, whatever the gate's mode does with documents.</summary>
    /// <remarks>A gate that does not implement this withholds a text that it would block.</remarks>
    /// <param name="text">The text.</param>
    /// <returns>The text with each passage replaced, or a fixed word for all of it where it does not get clean.</returns>
    string Mask(string text) => Inspect("$", text).Text ?? RedactionLabels.Withheld;
}
