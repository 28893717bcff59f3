namespace TicketExport.Portable.Reading;

/// <summary>Reads portable files back. Safe for concurrent use.</summary>
/// <remarks>
/// <para>JSON as one envelope or one JSON value per line, CSV with the columns in any order, and Markdown by its blocks for machines. Memory does not
/// grow with the number of tickets.</para>
/// <para>Never throws for what the bytes hold: a ticket that cannot be read is a result that names the line, the field and the rule, and reading goes on
/// with the next one where the file allows it. A fault of the file itself is the last result, with <see cref="PortableReadResult.Record"/> 0.</para>
/// <para>A file is not proof: whoever had it may have changed it. What is read keeps the contract, and its fingerprint is that of its source.</para>
/// </remarks>
public interface IPortableReader
{
    /// <summary>Reads the tickets of a file, one after the other.</summary>
    /// <param name="source">A readable stream; read forward once and left open.</param>
    /// <param name="options">Format and limits; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>One result for each ticket, in the order of the file.</returns>
    /// <exception cref="ArgumentException">The stream cannot be read.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The format is not one of <see cref="PortableFormat"/>, or a limit is below 1.</exception>
    /// <exception cref="IOException">The stream fails.</exception>
    IAsyncEnumerable<PortableReadResult> ReadAsync(Stream source, PortableReadOptions? options = null, CancellationToken cancellationToken = default);
}
