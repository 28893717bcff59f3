-- When a worker is wanted: at the end of a lease, else at the planned time. Follows the columns by itself, so that rows of
-- step 1 and programs that know step 1 alone need nothing.
ALTER TABLE ticket_export ADD COLUMN due_at INTEGER GENERATED ALWAYS AS (coalesce(lease_until, retry_at)) VIRTUAL;

DROP INDEX ticket_export_by_retry;
DROP INDEX ticket_export_by_lease;

-- Partial, so that settled exports cost nothing: what is due at all, and what is due of each target in turn.
CREATE INDEX ticket_export_by_due ON ticket_export (due_at, account_id, target_id, export_id) WHERE due_at IS NOT NULL;
CREATE INDEX ticket_export_by_lane ON ticket_export (account_id, target_id, due_at, export_id) WHERE due_at IS NOT NULL;

-- Lists and pages, newest first.
CREATE INDEX ticket_export_by_created ON ticket_export (account_id, created_at, export_id);
CREATE INDEX ticket_export_by_target ON ticket_export (account_id, target_id, created_at, export_id);

-- Without what was exported (5): nearly all rows, which the lists above give as fast.
CREATE INDEX ticket_export_by_status ON ticket_export (account_id, status, created_at, export_id) WHERE status <> 5;

-- Targets that asked all requests to wait.
CREATE TABLE ticket_export_target (
    account_id   TEXT    NOT NULL,
    target_id    TEXT    NOT NULL,
    paused_until INTEGER NOT NULL,
    PRIMARY KEY (account_id, target_id)
) STRICT, WITHOUT ROWID;

-- Who changed a link, and why. Never changed, never deleted.
CREATE TABLE ticket_export_audit (
    number           INTEGER NOT NULL PRIMARY KEY,
    account_id       TEXT    NOT NULL,
    at               INTEGER NOT NULL,
    actor            TEXT    NOT NULL,
    reason           TEXT    NOT NULL,
    action           INTEGER NOT NULL,
    export_id        TEXT    NOT NULL,
    ticket_id        TEXT,
    former_ticket_id TEXT,
    FOREIGN KEY (account_id, export_id) REFERENCES ticket_export (account_id, export_id)
) STRICT;

CREATE INDEX ticket_export_audit_by_account ON ticket_export_audit (account_id, number);
CREATE INDEX ticket_export_audit_by_export ON ticket_export_audit (account_id, export_id, number);

CREATE TRIGGER ticket_export_audit_update BEFORE UPDATE ON ticket_export_audit
BEGIN SELECT RAISE(ABORT, 'audit rows are never changed'); END;

CREATE TRIGGER ticket_export_audit_delete BEFORE DELETE ON ticket_export_audit
BEGIN SELECT RAISE(ABORT, 'audit rows are never deleted'); END;

-- Inbound deliveries that were accepted, so that none is applied twice.
CREATE TABLE ticket_export_receipt (
    account_id  TEXT    NOT NULL,
    target_id   TEXT    NOT NULL,
    delivery_id TEXT    NOT NULL,
    body_hash   TEXT    NOT NULL,
    received_at INTEGER NOT NULL,
    PRIMARY KEY (account_id, target_id, delivery_id)
) STRICT, WITHOUT ROWID;
