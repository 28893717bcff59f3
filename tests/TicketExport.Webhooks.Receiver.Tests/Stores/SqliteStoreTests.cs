using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using TicketExport.Webhooks.Receiver.Sqlite;
using TicketExport.Webhooks.Receiver.Sqlite.Internal;

namespace TicketExport.Webhooks.Receiver.Tests.Stores;

public sealed class SqliteStoreTests : ReceiverStoreTests, IDisposable
{
    private static readonly string[] Parameters = ["$now", "$endpoint", "$key", "$token", "$status", "$body", "$expires"];

    private readonly string _folder = Directory.CreateTempSubdirectory("ticket-export-").FullName;
    private readonly SqliteReceiverStore _store;

    public SqliteStoreTests() => _store = new SqliteReceiverStore(ConnectionString);

    protected override INonceStore Nonces => _store;

    protected override IAnswerStore Answers => _store;

    private string File => Path.Combine(_folder, "new", "receiver.db");

    private string ConnectionString => $"Data Source={File}";

    [Fact]
    [Trait("Fault", "F120")]
    [Trait("Fault", "F127")]
    public async Task A_restart_forgets_neither_a_nonce_nor_an_answer()
    {
        await AddAsync("n", Delivery.Now);
        var token = Assert.IsType<AnswerClaim.Taken>(await ClaimAsync()).Token;
        await Answers.CompleteAsync(new("default", "key-1"), token, new StoredAnswer(200, "{}"), Delivery.Now.AddDays(30), CancellationToken.None);
        _store.Dispose();

        using var again = new SqliteReceiverStore(ConnectionString);

        Assert.Equal(NonceResult.Known, await again.AddAsync("default", "n", Delivery.Now, Delivery.Now.AddMinutes(15), CancellationToken.None));
        Assert.IsType<AnswerClaim.Answered>(await again.ClaimAsync(new(new("default", "key-1"), "hash", Delivery.Now, Delivery.Now), CancellationToken.None));
    }

    [Fact]
    [Trait("Fault", "F120")]
    public async Task Two_nodes_share_nonces_and_keys()
    {
        using var other = new SqliteReceiverStore(ConnectionString);
        var results = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() =>
            (i % 2 == 0 ? _store : other).AddAsync("default", "n", Delivery.Now, Delivery.Now.AddMinutes(15), CancellationToken.None))));

        Assert.Single(results, static result => result == NonceResult.Added);
    }

    [Fact]
    public async Task What_expired_is_removed_by_later_writes()
    {
        for (var i = 0; i < 100; i++)
        {
            await AddAsync($"n{i}", Delivery.Now);
            await ClaimAsync(key: $"k{i}");
        }

        for (var i = 0; i < 20; i++)
        {
            await AddAsync($"m{i}", Delivery.Now.AddHours(1));
            await ClaimAsync(Delivery.Now.AddHours(1), key: $"l{i}");
        }

        Assert.Equal((20L, 20L), (Count("receiver_nonces"), Count("receiver_answers")));
    }

    [Theory]
    [InlineData(ReceiverSql.Find)]
    [InlineData(ReceiverSql.PurgeNonces)]
    [InlineData(ReceiverSql.PurgeAnswers)]
    [InlineData(ReceiverSql.Complete)]
    [InlineData(ReceiverSql.Release)]
    public async Task Every_statement_searches_by_an_index(string sql)
    {
        await AddAsync("n", Delivery.Now);
        using var connection = new SqliteConnection(ConnectionString + ";Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + sql;
        foreach (var name in Parameters.Where(name => sql.Contains(name, StringComparison.Ordinal)))
        {
            command.Parameters.AddWithValue(name, 1);
        }

        using var reader = command.ExecuteReader();
        var plan = new List<string>();
        while (reader.Read())
        {
            plan.Add(reader.GetString(3));
        }

        Assert.Contains(plan, static step => step.Contains("USING", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, static step => step.StartsWith("SCAN receiver", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_that_cannot_be_used_is_one_sentence_that_names_it()
    {
        using var store = new SqliteReceiverStore($"Data Source={Path.Combine(_folder, "a-folder")}");
        Directory.CreateDirectory(Path.Combine(_folder, "a-folder"));

        var exception = await Assert.ThrowsAsync<TicketExportException>(() => store.AddAsync("default", "n", Delivery.Now, Delivery.Now, CancellationToken.None));

        Assert.Contains("a-folder", exception.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new SqliteReceiverStore("Data Source=:memory:"));
    }

    [Fact]
    public async Task A_host_that_uses_sqlite_keeps_its_answers_there()
    {
        var services = new ServiceCollection();
        services.AddTicketExportReceiver(static options => options.Secrets.Add(Delivery.Secret)).UseSqlite(ConnectionString).UseSqlite(ConnectionString);
        await using var provider = services.BuildServiceProvider();

        Assert.Same(provider.GetRequiredService<INonceStore>(), provider.GetRequiredService<IAnswerStore>());
        Assert.IsType<SqliteReceiverStore>(provider.GetRequiredService<INonceStore>());
        Assert.Same(provider.GetRequiredService<WebhookReceiver>(), provider.GetRequiredKeyedService<WebhookReceiver>("default"));
    }

    public void Dispose()
    {
        _store.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private long Count(string table)
    {
        using var connection = new SqliteConnection(ConnectionString + ";Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The table's name is a constant of this test.
        command.CommandText = $"SELECT count(*) FROM {table}";
#pragma warning restore CA2100
        return (long)command.ExecuteScalar()!;
    }
}
