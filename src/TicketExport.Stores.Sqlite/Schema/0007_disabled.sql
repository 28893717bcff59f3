-- Who or what disabled a target, or enabled it again. The newest row of a target holds; rows are their own audit. Times are Unix
-- milliseconds in UTC. Cause is the number of a TargetSwitchCause, the failure is JSON.
CREATE TABLE ticket_export_target_switch (
    number     INTEGER NOT NULL PRIMARY KEY,
    account_id TEXT    NOT NULL,
    target_id  TEXT    NOT NULL,
    cause      INTEGER NOT NULL,
    at         INTEGER NOT NULL,
    actor      TEXT    NOT NULL,
    reason     TEXT    NOT NULL,
    failure    TEXT
) STRICT;

CREATE INDEX ticket_export_target_switch_by_target ON ticket_export_target_switch (account_id, target_id, number);

CREATE TRIGGER ticket_export_target_switch_update BEFORE UPDATE ON ticket_export_target_switch
BEGIN SELECT RAISE(ABORT, 'switches of a target are never changed'); END;

CREATE TRIGGER ticket_export_target_switch_delete BEFORE DELETE ON ticket_export_target_switch
BEGIN SELECT RAISE(ABORT, 'switches of a target are never deleted'); END;

-- Since when exports to a target fail. A target without a row works, or was never used.
CREATE TABLE ticket_export_target_failing (
    account_id    TEXT    NOT NULL,
    target_id     TEXT    NOT NULL,
    failing_since INTEGER NOT NULL,
    PRIMARY KEY (account_id, target_id)
) STRICT, WITHOUT ROWID;
