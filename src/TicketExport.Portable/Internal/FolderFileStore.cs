using Microsoft.Extensions.Options;

namespace TicketExport.Portable.Internal;

/// <summary>The store of hosts that name none: the folder of the options.</summary>
internal sealed class FolderFileStore(IOptionsMonitor<PortableExportOptions> options, TimeProvider time) : IPortableFileStore
{
    public async Task WriteAsync(string path, bool canReplace, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        ThrowIfForeign(path);
        var file = AtomicFile.Create(Folder(), path, canReplace, time.GetUtcNow());
        await using (file.ConfigureAwait(false))
        {
            await write(file.Content, cancellationToken).ConfigureAwait(false);
            file.Commit();
        }
    }

    public Task<Stream?> OpenReadAsync(string path, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Task.FromResult<Stream?>(PortableFileName.IsOwn(path) ? Open(Path.Combine(Folder(), path)) : null);
    }

    public Task DeleteAsync(string path, CancellationToken cancellationToken)
    {
        ThrowIfForeign(path);
        File.Delete(Path.Combine(Folder(), path));
        return Task.CompletedTask;
    }

    // A link may lead out of the folder, and only what we wrote is ours to hand out; we write no links.
    private static FileStream? Open(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists || file.LinkTarget is not null)
        {
            return null;
        }

        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 0, FileOptions.Asynchronous | FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private static void ThrowIfForeign(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (!PortableFileName.IsOwn(path))
        {
            throw new ArgumentException("The path is not one that portable files get. Take it from PortableFile.RelativePath.", nameof(path));
        }
    }

    private string Folder() => options.CurrentValue.Folder is { } folder && !string.IsNullOrWhiteSpace(folder)
        ? folder
        : throw new TicketExportException(
            $"{ExportCodes.PortableExportFailed}: no folder is set for portable files. Set TicketExport:Portable:Folder, or PortableExportOptions.Folder in AddPortable, or register an IPortableFileStore.")
        {
            Code = ExportCodes.PortableExportFailed,
        };
}
