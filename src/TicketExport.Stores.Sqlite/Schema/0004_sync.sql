-- How a linked ticket stands, and who may change it: apart from the export, because neither touches that. Times are Unix
-- milliseconds in UTC. Status and sync_state are the numbers of ProviderStatus and SyncState. Found by its key alone.
CREATE TABLE ticket_export_sync (
    account_id          TEXT    NOT NULL,
    export_id           TEXT    NOT NULL,
    provider_ticket_id  TEXT    NOT NULL,
    raw_status          TEXT,
    status              INTEGER NOT NULL,
    provider_updated_at INTEGER,
    observed_at         INTEGER,
    last_synced_at      INTEGER,
    failure             TEXT,
    retry_at            INTEGER,
    failed_reads        INTEGER NOT NULL,
    is_missing          INTEGER NOT NULL,
    sync_state          INTEGER NOT NULL,
    write_failure       TEXT,
    document_hash       TEXT,
    claim_id            TEXT,
    fencing_token       INTEGER NOT NULL,
    lease_until         INTEGER,
    asked_at            INTEGER,
    comment_hash        TEXT,
    PRIMARY KEY (account_id, export_id),
    FOREIGN KEY (account_id, export_id) REFERENCES ticket_export (account_id, export_id)
) STRICT, WITHOUT ROWID;
