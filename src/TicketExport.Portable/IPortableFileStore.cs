namespace TicketExport.Portable;

/// <summary>Keeps portable files. Register your own before <c>AddPortable</c> to keep them elsewhere than in a folder, such as in object storage.</summary>
/// <remarks>
/// <para>
/// A path is a plain name such as <c>ticket-export-….md</c>, made by us: no folder, nothing absolute. Exports remember it as
/// <c>portable_export_path</c>; where the store keeps the file under it is the store's own business.
/// </para>
/// <para>
/// Safe for concurrent use. Throw <see cref="IOException"/>, <see cref="UnauthorizedAccessException"/> or a <see cref="TicketExportException"/> of
/// code <see cref="ExportCodes.PortableExportFailed"/> where the store refuses a file; other exceptions reach the caller as they are.
/// </para>
/// </remarks>
public interface IPortableFileStore
{
    /// <summary>Keeps a file: whole under its path once this returns, and not at all when it throws.</summary>
    /// <param name="path">The path.</param>
    /// <param name="canReplace">
    /// Whether a file of that path is replaced; until the new one is whole the old one stands. Otherwise a path that is taken is refused.
    /// </param>
    /// <param name="write">
    /// Writes the content; call it once. Its stream is written from the front to the end and need not seek. What it throws reaches the caller.
    /// </param>
    /// <param name="cancellationToken">Stops the writing; nothing is left behind.</param>
    Task WriteAsync(string path, bool canReplace, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken);

    /// <summary>Opens a file to read it. The caller disposes the stream.</summary>
    /// <param name="path">The path, which may come from outside.</param>
    /// <param name="cancellationToken">Stops the opening.</param>
    /// <returns>The file; <see langword="null"/> where this store keeps none under that path, or would never keep one.</returns>
    Task<Stream?> OpenReadAsync(string path, CancellationToken cancellationToken);

    /// <summary>Throws a file away, where there is one.</summary>
    Task DeleteAsync(string path, CancellationToken cancellationToken);
}
