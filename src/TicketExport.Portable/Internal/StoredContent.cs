namespace TicketExport.Portable.Internal;

/// <summary>Puts content into the store, and says how much it was and what it hashes to.</summary>
internal sealed class StoredContent(IPortableFileStore store)
{
    /// <summary>Writes a file.</summary>
    /// <param name="fileName">The path in the store.</param>
    /// <param name="canReplace">Whether a file of that path is replaced.</param>
    /// <param name="write">Writes the content; what it throws leaves no file.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public async Task<(long SizeBytes, string Sha256)> WriteAsync(
        string fileName, bool canReplace, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        var written = (0L, "");
        try
        {
            await store.WriteAsync(
                fileName,
                canReplace,
                async (file, token) => written = await HashedAsync(file, fileName, write, token).ConfigureAwait(false),
                cancellationToken).ConfigureAwait(false);
        }
        catch (ForeignFailureException foreign)
        {
            foreign.Rethrow();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw PortableStream.Failed(fileName, e);
        }

        return written;
    }

    // A source of tickets may fail as a disk does; its failure passes the store in a wrapping, so that it is not taken for the store's.
    private static async Task<(long SizeBytes, string Sha256)> HashedAsync(
        Stream file, string fileName, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        var content = new PortableStream(file, fileName);
        await using (content.ConfigureAwait(false))
        {
            try
            {
                await write(content, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new ForeignFailureException(e);
            }

            cancellationToken.ThrowIfCancellationRequested();
            return (content.BytesWritten, content.Sha256());
        }
    }
}
