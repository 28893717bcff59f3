-- Times are Unix milliseconds in UTC. Status and state are the numbers of ExportStatus and AttemptState.
-- Failures are JSON. Every key starts with the account.

CREATE TABLE ticket_export (
    account_id      TEXT    NOT NULL,
    export_id       TEXT    NOT NULL,
    project_id      TEXT,
    source_type     TEXT    NOT NULL,
    source_id       TEXT    NOT NULL,
    report_id       TEXT,
    target_id       TEXT    NOT NULL,
    provider_key    TEXT    NOT NULL,
    fingerprint     TEXT    NOT NULL,
    idempotency_key TEXT    NOT NULL,
    generation      INTEGER NOT NULL,
    status          INTEGER NOT NULL,
    fencing_token   INTEGER NOT NULL,
    claim_id        TEXT,
    lease_until     INTEGER,
    attempts        INTEGER NOT NULL,
    retry_at        INTEGER,
    failure         TEXT,
    created_at      INTEGER NOT NULL,
    updated_at      INTEGER NOT NULL,
    PRIMARY KEY (account_id, export_id)
) STRICT, WITHOUT ROWID;

-- One export per logical export: decides races between claims of the same key.
CREATE UNIQUE INDEX ticket_export_by_key ON ticket_export (account_id, idempotency_key);

CREATE INDEX ticket_export_by_source ON ticket_export (account_id, source_type, source_id, created_at, export_id);

-- What a worker looks for: due retries, and leases that ran out. Partial, so that settled exports cost nothing.
CREATE INDEX ticket_export_by_retry ON ticket_export (retry_at) WHERE retry_at IS NOT NULL;
CREATE INDEX ticket_export_by_lease ON ticket_export (lease_until) WHERE lease_until IS NOT NULL;

-- Small and apart from everything else: the row that every duplicate check reads. Whoever knows an export knows the keys that it
-- may hold, so no index leads back from it.
CREATE TABLE ticket_export_guard (
    account_id TEXT    NOT NULL,
    guard_key  TEXT    NOT NULL,
    generation INTEGER NOT NULL,
    export_id  TEXT    NOT NULL,
    PRIMARY KEY (account_id, guard_key),
    FOREIGN KEY (account_id, export_id) REFERENCES ticket_export (account_id, export_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE ticket_export_attempt (
    account_id    TEXT    NOT NULL,
    export_id     TEXT    NOT NULL,
    number        INTEGER NOT NULL,
    state         INTEGER NOT NULL,
    fencing_token INTEGER NOT NULL,
    started_at    INTEGER NOT NULL,
    ended_at      INTEGER,
    failure       TEXT,
    PRIMARY KEY (account_id, export_id, number),
    FOREIGN KEY (account_id, export_id) REFERENCES ticket_export (account_id, export_id)
) STRICT, WITHOUT ROWID;

-- Apart from the export because a sync changes it without touching the export.
CREATE TABLE ticket_export_link (
    account_id         TEXT    NOT NULL,
    export_id          TEXT    NOT NULL,
    provider_ticket_id TEXT    NOT NULL,
    external_issue_id  TEXT,
    external_url       TEXT,
    linked_at          INTEGER NOT NULL,
    PRIMARY KEY (account_id, export_id),
    FOREIGN KEY (account_id, export_id) REFERENCES ticket_export (account_id, export_id)
) STRICT, WITHOUT ROWID;

-- A rowid table: payloads of many kilobytes do not belong into the nodes of an index.
CREATE TABLE ticket_export_document (
    account_id TEXT NOT NULL,
    export_id  TEXT NOT NULL,
    json       BLOB NOT NULL,
    PRIMARY KEY (account_id, export_id),
    FOREIGN KEY (account_id, export_id) REFERENCES ticket_export (account_id, export_id)
) STRICT;
