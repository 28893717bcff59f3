namespace TicketExport.Portable.Internal;

// Writes beside the final name and takes the name only when all bytes are on disk. Without Commit nothing is left.
internal sealed class AtomicFile : IAsyncDisposable
{
    private readonly string _path;
    private readonly string _temporaryPath;
    private readonly bool _canReplace;
    private readonly FileStream _file;

    private AtomicFile(string path, string temporaryPath, bool canReplace, FileStream file)
    {
        _path = path;
        _temporaryPath = temporaryPath;
        _canReplace = canReplace;
        _file = file;
    }

    public Stream Content => _file;

    public static AtomicFile Create(string folder, string fileName, bool canReplace, DateTimeOffset now)
    {
        var path = Path.Combine(folder, fileName);
        var temporaryPath = Path.Combine(folder, $".{Guid.CreateVersion7(now):N}.tmp");
        try
        {
            Directory.CreateDirectory(folder);
            if (!canReplace && Path.Exists(path))
            {
                throw Taken(fileName);
            }

            var file = new FileStream(temporaryPath, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, FileOptions.Asynchronous);
            return new(path, temporaryPath, canReplace, file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TicketExportException(
                $"{ExportCodes.PortableExportFailed}: the folder for portable files cannot be written to ({e.GetType().Name}). Make the folder of "
                + "TicketExport:Portable:Folder writable for this process, or name another one.",
                e)
            {
                Code = ExportCodes.PortableExportFailed,
            };
        }
    }

    public void Commit()
    {
        try
        {
            _file.Flush(flushToDisk: true);
            _file.Dispose();
            File.Move(_temporaryPath, _path, _canReplace);
        }
        catch (IOException) when (!_canReplace && Path.Exists(_path))
        {
            throw Taken(Path.GetFileName(_path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw PortableStream.Failed(Path.GetFileName(_path), e);
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _file.DisposeAsync().ConfigureAwait(false);
            File.Delete(_temporaryPath);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The failure that brought us here is the one to report; a temporary file that cannot be deleted is no half file.
        }
    }

    private static TicketExportException Taken(string fileName) =>
        new($"{ExportCodes.PortableExportFailed}: a file named '{fileName}' exists already and is not overwritten. Choose another name, or move the file away.")
        {
            Code = ExportCodes.PortableExportFailed,
        };
}
