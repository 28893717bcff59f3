-- Which target a link's ticket is at, so that an event finds the link by its ticket, and when the ticket is to be read next. Times
-- are Unix milliseconds in UTC; read_at is null where nothing is to be read.
ALTER TABLE ticket_export_link ADD COLUMN target_id TEXT NOT NULL DEFAULT '';
ALTER TABLE ticket_export_link ADD COLUMN read_at INTEGER;
ALTER TABLE ticket_export_link ADD COLUMN hinted_at INTEGER;

UPDATE ticket_export_link SET
    target_id = (SELECT e.target_id FROM ticket_export e WHERE e.account_id = ticket_export_link.account_id AND e.export_id = ticket_export_link.export_id),
    read_at = CASE WHEN state IN (1, 2) THEN linked_at END;

-- The account comes last: an event is known by its target, and a target may be shared. Equal ids of other trackers are not met.
CREATE INDEX ticket_export_link_by_ticket ON ticket_export_link (target_id, provider_ticket_id, account_id, export_id);
CREATE INDEX ticket_export_link_by_issue ON ticket_export_link (target_id, external_issue_id, account_id, export_id) WHERE external_issue_id IS NOT NULL;

-- What is due to be read at all, and what is due of each target in turn.
CREATE INDEX ticket_export_link_by_read ON ticket_export_link (read_at, account_id, target_id, export_id) WHERE read_at IS NOT NULL;
CREATE INDEX ticket_export_link_by_lane ON ticket_export_link (account_id, target_id, read_at, export_id) WHERE read_at IS NOT NULL;

-- What came of each event that was believed: ids and words, and nothing of its texts. Kind is the number of an InboundEventKind.
CREATE TABLE ticket_export_inbound (
    number      INTEGER NOT NULL PRIMARY KEY,
    account_id  TEXT    NOT NULL,
    target_id   TEXT    NOT NULL,
    at          INTEGER NOT NULL,
    delivery_id TEXT,
    kind        INTEGER NOT NULL,
    ticket_id   TEXT,
    export_id   TEXT,
    actor_id    TEXT,
    occurred_at INTEGER,
    is_applied  INTEGER NOT NULL,
    reason      TEXT
) STRICT;

CREATE INDEX ticket_export_inbound_by_target ON ticket_export_inbound (account_id, target_id, number);

-- Both are forgotten from the oldest on.
CREATE INDEX ticket_export_inbound_by_age ON ticket_export_inbound (at);
CREATE INDEX ticket_export_receipt_by_age ON ticket_export_receipt (received_at);
