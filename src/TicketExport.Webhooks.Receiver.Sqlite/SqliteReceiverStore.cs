using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using TicketExport.Webhooks.Receiver.Internal;
using TicketExport.Webhooks.Receiver.Sqlite.Internal;

namespace TicketExport.Webhooks.Receiver.Sqlite;

/// <summary>Keeps nonces and answers in one SQLite file, so that a restart forgets neither.</summary>
/// <remarks>
/// Thread-safe. Several processes of one machine may share the file; several machines may not. Every write is on disk before it is
/// answered. What has expired is removed a little at a time by the writes themselves. Dispose it to close the file.
/// </remarks>
public sealed class SqliteReceiverStore : INonceStore, IAnswerStore, IDisposable
{
    private readonly SqliteReceiverFile _file;

    /// <summary>Makes a store; the folder, the file and its tables are created at first use.</summary>
    /// <param name="connectionString">A connection string of Microsoft.Data.Sqlite, such as <c>Data Source=data/receiver.db</c>.</param>
    /// <exception cref="ArgumentException">The connection string is not valid, or names no file.</exception>
    public SqliteReceiverStore(string connectionString)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionString);
        _file = new SqliteReceiverFile(connectionString);
    }

    /// <inheritdoc/>
    /// <exception cref="TicketExportException">The file cannot be used; the message says why.</exception>
    public Task<NonceResult> AddAsync(string endpoint, string nonce, DateTimeOffset now, DateTimeOffset expiresAt, CancellationToken cancellationToken) =>
        _file.WriteAsync(
            connection =>
            {
                connection.Run(ReceiverSql.PurgeNonces, ("$now", Millis(now)));
                var added = connection.Run(ReceiverSql.AddNonce, ("$endpoint", endpoint), ("$nonce", nonce), ("$expires", Millis(expiresAt)));
                return added == 1 ? NonceResult.Added : NonceResult.Known;
            },
            cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="TicketExportException">The file cannot be used; the message says why.</exception>
    public Task<AnswerClaim> ClaimAsync(AnswerClaimRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _file.WriteAsync(connection => Claim(connection, request), cancellationToken);
    }

    /// <inheritdoc/>
    /// <exception cref="TicketExportException">The file cannot be used; the message says why.</exception>
    public Task<bool> CompleteAsync(DeliveryKey key, long token, StoredAnswer answer, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(answer);
        return _file.WriteAsync(
            connection => connection.Run(
                ReceiverSql.Complete,
                ("$endpoint", key.Endpoint),
                ("$key", key.IdempotencyKey),
                ("$token", token),
                ("$status", answer.Status),
                ("$body", answer.Body),
                ("$expires", Millis(expiresAt))) == 1,
            cancellationToken);
    }

    /// <inheritdoc/>
    /// <exception cref="TicketExportException">The file cannot be used; the message says why.</exception>
    public Task ReleaseAsync(DeliveryKey key, long token, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        return _file.WriteAsync(
            connection => connection.Run(ReceiverSql.Release, ("$endpoint", key.Endpoint), ("$key", key.IdempotencyKey), ("$token", token)),
            cancellationToken);
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _file.Dispose();

    private static AnswerClaim Claim(SqliteConnection connection, AnswerClaimRequest request)
    {
        connection.Run(ReceiverSql.PurgeAnswers, ("$now", Millis(request.Now)));
        var (endpoint, key) = request.Key;
        var row = connection.First(ReceiverSql.Find, ReadRow, ("$endpoint", endpoint), ("$key", key));
        if (AnswerRules.Refuse(row, request) is { } refusal)
        {
            return refusal;
        }

        var token = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long)));
        connection.Run(
            ReceiverSql.Take,
            ("$endpoint", endpoint),
            ("$key", key),
            ("$hash", request.ContentHash),
            ("$token", token),
            ("$lease", Millis(request.LeaseUntil)));
        return new AnswerClaim.Taken(token);
    }

    private static AnswerRow ReadRow(SqliteDataReader reader) => new(reader.GetString(0), reader.GetInt64(1), Time(reader.GetInt64(2)))
    {
        Answer = reader.IsDBNull(3) ? null : new StoredAnswer(reader.GetInt32(3), reader.GetString(4)),
        ExpiresAt = Time(reader.GetInt64(5)),
    };

    private static long Millis(DateTimeOffset time) => time.ToUnixTimeMilliseconds();

    private static DateTimeOffset Time(long millis) => DateTimeOffset.FromUnixTimeMilliseconds(millis);
}
