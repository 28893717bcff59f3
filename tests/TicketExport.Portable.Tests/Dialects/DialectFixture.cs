using CsvHelper;
using Microsoft.Extensions.DependencyInjection;
using TicketExport.Redaction;

namespace TicketExport.Portable.Dialects;

internal sealed class DialectFixture : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dialects");
    private readonly ServiceProvider _services;

    public DialectFixture(params ICsvDialect[] dialects)
        : this(RedactionMode.Block, dialects)
    {
    }

    public DialectFixture(RedactionMode redaction, params ICsvDialect[] dialects)
    {
        var services = new ServiceCollection();
        services.Configure<TicketExportOptions>(options => options.Redaction.Mode = redaction);
        var builder = services.AddTicketExport().AddPortable(options => options.Folder = _folder.FullName);
        foreach (var dialect in dialects)
        {
            builder.AddCsvDialect(dialect);
        }

        _services = services.BuildServiceProvider();
    }

    public ICsvDialectExporter Exporter => _services.GetRequiredService<ICsvDialectExporter>();

    public string[] Files => [.. _folder.EnumerateFileSystemInfos().Select(file => file.Name)];

    public async Task<byte[]> WriteAsync(string dialect, params PortableTicket[] tickets)
    {
        using var target = new MemoryStream();
        Assert.Equal(tickets.Length, await Exporter.WriteAsync(dialect, PortableTickets.Stream(tickets), target));
        return target.ToArray();
    }

    public byte[] Read(PortableFile file) => File.ReadAllBytes(Path.Combine(_folder.FullName, file.RelativePath));

    public void Dispose()
    {
        _services.Dispose();
        _folder.Delete(recursive: true);
    }

    public static List<string[]> Rows(byte[] bytes)
    {
        var rows = new List<string[]>();
        using var reader = CsvReader.Create(bytes, new CsvReaderOptions { Separator = ',', HasHeader = false });
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        }

        return rows;
    }
}
