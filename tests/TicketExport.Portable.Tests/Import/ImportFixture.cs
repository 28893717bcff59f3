using System.Text;
using CsvHelper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using TicketExport.Ledger;

namespace TicketExport.Portable.Import;

/// <summary>The whole library over a SQLite file and the mock tracker.</summary>
internal sealed class ImportFixture : IDisposable
{
    public static readonly AuditStamp Ann = new("ann", "The customer imported the file by hand.");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("import");
    private readonly ServiceProvider _services;

    public ImportFixture(Action<TicketTargetOptions>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddTicketExport().AddMock("acme").AddMock("other").AddPortable(options => options.Folder = _folder.FullName)
            .UseSqlite($"Data Source={Path.Combine(_folder.FullName, "ledger.db")}")
            .AddTarget("acme", target =>
            {
                target.Provider = "mock";
                configure?.Invoke(target);
            });
        _services = services.BuildServiceProvider();
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public void Dispose()
    {
        _services.Dispose();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    public Task<ExportResult> ExportAsync(PortableTicket ticket) =>
        Get<ITicketExporter>().ExportAsync(new() { Account = ticket.Account, TargetId = "acme", Document = ticket.Document });

    public async Task<byte[]> WriteAsync(PortableFormat format, params PortableTicket[] tickets)
    {
        using var target = new MemoryStream();
        await Get<IPortableExporter>().WriteAsync(format, PortableTickets.Stream(tickets), target);
        return target.ToArray();
    }

    public Task<List<PortableLinkResult>> ImportAsync(string text, Func<PortableLinkRequest, PortableLinkRequest>? change = null) =>
        ImportAsync(Encoding.UTF8.GetBytes(text), change);

    public async Task<List<PortableLinkResult>> ImportAsync(byte[] file, Func<PortableLinkRequest, PortableLinkRequest>? change = null)
    {
        var request = new PortableLinkRequest { AccountId = "456", By = Ann };
        var results = new List<PortableLinkResult>();
        await foreach (var result in Get<IPortableLinkImporter>().ImportLinksAsync(new MemoryStream(file), change?.Invoke(request) ?? request))
        {
            results.Add(result);
        }

        return results;
    }

    /// <summary>The file with three more columns, as a person fills them in.</summary>
    public static List<List<string>> FilledIn(byte[] csv, params (string Id, string Key, string Url)[] tickets)
    {
        var rows = Rows(csv);
        rows[0].AddRange(["provider_ticket_id", "external_issue_id", "external_ticket_url"]);
        for (var i = 1; i < rows.Count; i++)
        {
            rows[i].AddRange([tickets[i - 1].Id, tickets[i - 1].Key, tickets[i - 1].Url]);
        }

        return rows;
    }

    public static string Save(IEnumerable<List<string>> rows, char delimiter = ',', string newLine = "\r\n") =>
        string.Concat(rows.Select(row => string.Join(delimiter, row.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + newLine));

    private static List<List<string>> Rows(byte[] bytes)
    {
        var rows = new List<List<string>>();
        using var reader = CsvReader.Create(bytes, new CsvReaderOptions { HasHeader = false });
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        }

        return rows;
    }
}
