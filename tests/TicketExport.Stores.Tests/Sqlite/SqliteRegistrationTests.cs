using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using TicketExport.Ledger;
using TicketExport.Stores.Sqlite;

namespace TicketExport.Stores.Tests.Sqlite;

public sealed class SqliteRegistrationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ServiceCollection _services = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task UseSqlite_replaces_any_ledger_by_one_object_for_all_contracts()
    {
        _services.AddSingleton<IExportLedger>(new InMemoryExportLedger(TimeProvider.System));
        _services.AddSingleton<IExportLedgerQueries>(new InMemoryExportLedger(TimeProvider.System));
        _services.AddTicketExport().UseSqlite("Data Source=unused.db").UseSqlite($"Data Source={_folder.File("ledger.db")}");
        await using var provider = _services.BuildServiceProvider();

        var ledger = Assert.Single(provider.GetServices<IExportLedger>());

        Assert.Same(ledger, Assert.Single(provider.GetServices<IExportLedgerQueries>()));
        Assert.Same(ledger, Assert.Single(provider.GetServices<ILinkLedger>()));
        Assert.Same(ledger, Assert.Single(provider.GetServices<IReceiptLedger>()));
        Assert.Same(ledger, Assert.Single(provider.GetServices<ITransactionalExportLedger>()));
        Assert.IsType<ClaimResult.ToSend>(await ledger.ClaimAsync(LedgerFile.Request("1"), default));
        Assert.True(File.Exists(_folder.File("ledger.db")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Fault", "F110")]
    public async Task A_host_that_asks_for_a_durable_ledger_does_not_start_with_the_one_in_memory(bool isDurable)
    {
        var builder = _services.AddTicketExport(static options => options.RequireDurableLedger = true);
        if (isDurable)
        {
            builder.UseSqlite($"Data Source={_folder.File("ledger.db")}");
        }

        await using var provider = _services.BuildServiceProvider();
        var start = provider.GetRequiredService<IStartupValidator>().Validate;

        if (isDurable)
        {
            start();
        }
        else
        {
            Assert.Contains("services.AddTicketExport().UseSqlite(", Assert.Throws<OptionsValidationException>(start).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Options_come_from_configuration_and_code_has_the_last_word()
    {
        var configuration = new Dictionary<string, string?>
        {
            ["TicketExport:Sqlite:ConnectionString"] = "Data Source=configured.db",
            ["TicketExport:Sqlite:SchemaMode"] = "Validate",
            ["TicketExport:Sqlite:BusyTimeout"] = "00:00:03",
        };
        _services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(configuration).Build());
        _services.AddTicketExport().UseSqlite(options => options.BusyTimeout = TimeSpan.FromSeconds(4));
        using var provider = _services.BuildServiceProvider();

        var options = provider.GetRequiredService<IOptions<SqliteLedgerOptions>>().Value;

        Assert.Equal("Data Source=configured.db", options.ConnectionString);
        Assert.Equal((SchemaMode.Validate, TimeSpan.FromSeconds(4)), (options.SchemaMode, options.BusyTimeout));
    }

    [Fact]
    public void The_section_stands_beside_the_options_of_the_exporter()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["TicketExport:Sqlite:ConnectionString"] = "Data Source=configured.db" })
            .Build();
        _services.AddSingleton<IConfiguration>(configuration);
        _services.AddTicketExport(configuration.GetSection("TicketExport")).UseSqlite(static _ => { });
        using var provider = _services.BuildServiceProvider();

        Assert.Equal("Data Source=configured.db", provider.GetRequiredService<IOptions<SqliteLedgerOptions>>().Value.ConnectionString);
        Assert.Empty(provider.GetRequiredService<IOptions<TicketExportOptions>>().Value.Targets);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("tickets.db", "is not a connection string of SQLite")]
    [InlineData("Data Source=a.db;Hunter2=s3cret", "is not a connection string of SQLite")]
    [InlineData("Data Source=a.db;Mode=Sideways", "is not a connection string of SQLite")]
    [InlineData("Mode=ReadWrite", "names no file")]
    [InlineData("Data Source=:memory:", "names a database in memory")]
    [InlineData("Data Source=a.db;Mode=Memory", "names a database in memory")]
    [InlineData("Data Source=a.db;Mode=ReadOnly", "Mode=ReadOnly")]
    [InlineData("Data Source=a.db;Cache=Shared", "Cache=Shared")]
    [InlineData("Data Source=file:a.db", "plain path")]
    public async Task A_host_with_a_connection_string_that_cannot_work_does_not_start_and_names_the_key(string connectionString, string rule)
    {
        var message = await StartAsync(options => options.ConnectionString = connectionString);

        Assert.StartsWith("TicketExport:Sqlite:ConnectionString ", message, StringComparison.Ordinal);
        Assert.Contains(rule, message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_bad_options_are_named_at_once()
    {
        var message = await StartAsync(options =>
        {
            options.ConnectionString = "";
            options.SchemaMode = (SchemaMode)9;
            options.BusyTimeout = TimeSpan.Zero;
        });

        Assert.Contains("TicketExport:Sqlite:ConnectionString is empty", message, StringComparison.Ordinal);
        Assert.Contains("TicketExport:Sqlite:SchemaMode is not known", message, StringComparison.Ordinal);
        Assert.Contains("TicketExport:Sqlite:BusyTimeout is 00:00:00", message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Fault", "F101")]
    public async Task A_host_whose_file_has_no_schema_does_not_start_and_names_the_fix()
    {
        File.WriteAllBytes(_folder.File("empty.db"), []);

        var message = await StartAsync(options =>
        {
            options.ConnectionString = $"Data Source={_folder.File("empty.db")}";
            options.SchemaMode = SchemaMode.Validate;
        });

        Assert.Contains("set TicketExport:Sqlite:SchemaMode to Provision once", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_starts_has_the_schema_in_its_file()
    {
        var host = Host.CreateEmptyApplicationBuilder(null);
        host.Services.AddTicketExport().UseSqlite($"Data Source={_folder.File("ledger.db")}");
        using var app = host.Build();

        await app.StartAsync();

        Assert.True(new FileInfo(_folder.File("ledger.db")).Length > 0);
    }

    private static async Task<string> StartAsync(Action<SqliteLedgerOptions> configure)
    {
        var host = Host.CreateEmptyApplicationBuilder(null);
        host.Services.AddTicketExport().UseSqlite(configure);
        using var app = host.Build();
        return (await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync())).Message;
    }
}
