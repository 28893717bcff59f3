using System.Text;
using Microsoft.Extensions.DependencyInjection;
using TicketExport.Redaction;

namespace TicketExport.Portable;

internal sealed class PortableFixture : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("portable");
    private readonly ServiceProvider _services;

    public PortableFixture(
        Action<PortableExportOptions>? configure = null, RedactionMode redaction = RedactionMode.Block, Action<IServiceCollection>? add = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new FixedTime());
        services.Configure<TicketExportOptions>(options => options.Redaction.Mode = redaction);
        add?.Invoke(services);
        var builder = services.AddTicketExport().AddPortable(options => options.Folder = Folder);
        builder.AddPortable(configure ?? (_ => { }));
        _services = services.BuildServiceProvider();
    }

    public string Folder => _folder.FullName;

    public IPortableExporter Exporter => Get<IPortableExporter>();

    public TimeProvider Time => Get<TimeProvider>();

    public string[] Files => [.. Directory.EnumerateFileSystemEntries(Folder).Select(path => Path.GetFileName(path))];

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async Task<byte[]> BytesAsync(PortableFormat format, params PortableTicket[] tickets)
    {
        using var target = new MemoryStream();
        await Exporter.WriteAsync(format, PortableTickets.Stream(tickets), target);
        return target.ToArray();
    }

    public async Task<string> TextAsync(PortableFormat format, params PortableTicket[] tickets) =>
        Encoding.UTF8.GetString(await BytesAsync(format, tickets)).TrimStart('\uFEFF');

    public string PathOf(PortableFile file) => Path.Combine(Folder, file.RelativePath);

    public void Dispose()
    {
        _services.Dispose();
        _folder.Delete(true);
    }

    private sealed class FixedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => PortableTickets.Now;
    }
}
