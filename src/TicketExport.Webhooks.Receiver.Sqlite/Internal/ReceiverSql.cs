namespace TicketExport.Webhooks.Receiver.Sqlite.Internal;

/// <summary>Every statement of the store. Times are milliseconds since 1970.</summary>
internal static class ReceiverSql
{
    // While work is under way expires_at is the end of its lease, so that one index finds all that may go.
    public const string Schema = """
        CREATE TABLE IF NOT EXISTS receiver_nonces (
            endpoint   TEXT    NOT NULL,
            nonce      TEXT    NOT NULL,
            expires_at INTEGER NOT NULL,
            PRIMARY KEY (endpoint, nonce)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS receiver_nonces_expiry ON receiver_nonces (expires_at);
        CREATE TABLE IF NOT EXISTS receiver_answers (
            endpoint        TEXT    NOT NULL,
            idempotency_key TEXT    NOT NULL,
            content_hash    TEXT    NOT NULL,
            token           INTEGER NOT NULL,
            lease_until     INTEGER NOT NULL,
            status          INTEGER,
            body            TEXT,
            expires_at      INTEGER NOT NULL,
            PRIMARY KEY (endpoint, idempotency_key)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS receiver_answers_expiry ON receiver_answers (expires_at);
        """;

    public const string PurgeNonces = """
        DELETE FROM receiver_nonces WHERE (endpoint, nonce) IN
            (SELECT endpoint, nonce FROM receiver_nonces WHERE expires_at <= $now ORDER BY expires_at LIMIT 8)
        """;

    public const string AddNonce = """
        INSERT INTO receiver_nonces (endpoint, nonce, expires_at) VALUES ($endpoint, $nonce, $expires) ON CONFLICT DO NOTHING
        """;

    public const string PurgeAnswers = """
        DELETE FROM receiver_answers WHERE (endpoint, idempotency_key) IN
            (SELECT endpoint, idempotency_key FROM receiver_answers WHERE expires_at <= $now ORDER BY expires_at LIMIT 8)
        """;

    public const string Find = """
        SELECT content_hash, token, lease_until, status, body, expires_at FROM receiver_answers
        WHERE endpoint = $endpoint AND idempotency_key = $key
        """;

    public const string Take = """
        INSERT INTO receiver_answers (endpoint, idempotency_key, content_hash, token, lease_until, expires_at)
        VALUES ($endpoint, $key, $hash, $token, $lease, $lease)
        ON CONFLICT DO UPDATE SET content_hash = $hash, token = $token, lease_until = $lease, status = NULL, body = NULL, expires_at = $lease
        """;

    public const string Complete = """
        UPDATE receiver_answers SET status = $status, body = $body, expires_at = $expires
        WHERE endpoint = $endpoint AND idempotency_key = $key AND token = $token AND status IS NULL
        """;

    public const string Release = """
        DELETE FROM receiver_answers
        WHERE endpoint = $endpoint AND idempotency_key = $key AND token = $token AND status IS NULL
        """;
}
