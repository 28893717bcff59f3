-- The file that took the place of a ticket: its format, why it has that one, why there is a file at all (the number of a FallbackReason),
-- and why the last try made none (JSON). The words are those of portable_export_format.
ALTER TABLE ticket_export ADD COLUMN portable_format TEXT;
ALTER TABLE ticket_export ADD COLUMN portable_format_reason TEXT;
ALTER TABLE ticket_export ADD COLUMN portable_reason INTEGER NOT NULL DEFAULT 0;
ALTER TABLE ticket_export ADD COLUMN portable_failure TEXT;
