-- What people decide on exports, why an export was stopped, and how much of its retry budget is spent.
ALTER TABLE ticket_export ADD COLUMN open_attempt INTEGER NOT NULL DEFAULT 0;
ALTER TABLE ticket_export ADD COLUMN mapping_status INTEGER NOT NULL DEFAULT 3;
ALTER TABLE ticket_export ADD COLUMN failed_tries INTEGER NOT NULL DEFAULT 0;
ALTER TABLE ticket_export ADD COLUMN rate_limits INTEGER NOT NULL DEFAULT 0;
ALTER TABLE ticket_export ADD COLUMN approved_at INTEGER;
ALTER TABLE ticket_export ADD COLUMN portable_path TEXT;

-- The number of a LinkState: a link that is broken or was taken away keeps its ticket.
ALTER TABLE ticket_export_link ADD COLUMN state INTEGER NOT NULL DEFAULT 1;

UPDATE ticket_export SET open_attempt = 1 WHERE EXISTS (
    SELECT 1 FROM ticket_export_attempt a
    WHERE a.account_id = ticket_export.account_id AND a.export_id = ticket_export.export_id AND a.number = ticket_export.attempts
        AND a.state IN (1, 2));
