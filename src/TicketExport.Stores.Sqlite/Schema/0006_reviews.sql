-- Which items of a review somebody overrode, by name.
ALTER TABLE ticket_export_audit ADD COLUMN overridden TEXT;
