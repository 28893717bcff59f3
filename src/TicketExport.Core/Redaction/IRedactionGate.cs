using TicketExport.Contract;

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
}
