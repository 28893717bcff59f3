-- What the host is to be told, written with the outcome and removed when it was. Empty where nobody asked to be told. Times are Unix
-- milliseconds in UTC; status is the number of ExportStatus.
CREATE TABLE ticket_export_notification (
    account_id    TEXT    NOT NULL,
    export_id     TEXT    NOT NULL,
    fencing_token INTEGER NOT NULL,
    status        INTEGER NOT NULL,
    occurred_at   INTEGER NOT NULL,
    due_at        INTEGER NOT NULL,
    deliveries    INTEGER NOT NULL,
    PRIMARY KEY (account_id, export_id, fencing_token),
    FOREIGN KEY (account_id, export_id) REFERENCES ticket_export (account_id, export_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX ticket_export_notification_by_due ON ticket_export_notification (due_at, account_id, export_id, fencing_token);
