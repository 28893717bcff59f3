-- Who confirmed which destination of a target, or took it back. The newest row of a target holds; rows are their own audit.
CREATE TABLE ticket_export_ownership (
    number           INTEGER NOT NULL PRIMARY KEY,
    account_id       TEXT    NOT NULL,
    target_id        TEXT    NOT NULL,
    destination_hash TEXT    NOT NULL,
    origin           TEXT,
    is_confirmed     INTEGER NOT NULL,
    at               INTEGER NOT NULL,
    actor            TEXT    NOT NULL,
    reason           TEXT    NOT NULL
) STRICT;

CREATE INDEX ticket_export_ownership_by_target ON ticket_export_ownership (account_id, target_id, number);

CREATE TRIGGER ticket_export_ownership_update BEFORE UPDATE ON ticket_export_ownership
BEGIN SELECT RAISE(ABORT, 'rows of an ownership are never changed'); END;

CREATE TRIGGER ticket_export_ownership_delete BEFORE DELETE ON ticket_export_ownership
BEGIN SELECT RAISE(ABORT, 'rows of an ownership are never deleted'); END;
