-- Threads of comments: what people of the host write, and what comes from tickets. Times are Unix milliseconds in UTC. Origin and
-- delivery are the numbers of CommentOrigin and CommentDelivery, failures are JSON. A rowid table: texts of many kilobytes do not
-- belong into the nodes of an index.
CREATE TABLE ticket_export_comment (
    account_id          TEXT    NOT NULL,
    comment_id          TEXT    NOT NULL,
    source_type         TEXT    NOT NULL,
    source_id           TEXT    NOT NULL,
    origin              INTEGER NOT NULL,
    author              TEXT    NOT NULL,
    text                TEXT    NOT NULL,
    written_at          INTEGER NOT NULL,
    edited_at           INTEGER,
    is_deleted          INTEGER NOT NULL,
    is_private          INTEGER NOT NULL,
    is_shown            INTEGER NOT NULL,
    held_until          INTEGER,
    export_id           TEXT,
    target_id           TEXT,
    ticket_id           TEXT,
    external_comment_id TEXT,
    delivery            INTEGER NOT NULL,
    failure             TEXT,
    retry_at            INTEGER,
    claim_id            TEXT,
    fencing_token       INTEGER NOT NULL,
    lease_until         INTEGER,
    is_open             INTEGER NOT NULL,
    tries               INTEGER NOT NULL,
    first_tried_at      INTEGER,
    tried_at            INTEGER,
    occurred_at         INTEGER,
    actor_id            TEXT,
    due_at              INTEGER GENERATED ALWAYS AS (coalesce(lease_until, retry_at)) VIRTUAL,
    PRIMARY KEY (account_id, comment_id)
) STRICT;

-- A page of a thread, the oldest first.
CREATE INDEX ticket_export_comment_by_source ON ticket_export_comment (account_id, source_type, source_id, written_at, comment_id);

-- One comment per id of the tracker, whoever tells of it first.
CREATE UNIQUE INDEX ticket_export_comment_by_external
    ON ticket_export_comment (account_id, target_id, ticket_id, external_comment_id) WHERE external_comment_id IS NOT NULL;

-- What is on its way to a ticket, and what waits to be told from it. Partial, as all that follows, so that settled comments cost nothing.
CREATE INDEX ticket_export_comment_unsettled
    ON ticket_export_comment (account_id, target_id, ticket_id) WHERE is_open = 1 OR held_until IS NOT NULL;

-- Who we are at a target: the newest comment of ours (1) that came back.
CREATE INDEX ticket_export_comment_by_actor
    ON ticket_export_comment (account_id, target_id, tried_at) WHERE actor_id IS NOT NULL AND origin = 1;

-- What a worker looks for, and of each target in turn.
CREATE INDEX ticket_export_comment_by_due ON ticket_export_comment (due_at, account_id, target_id, comment_id) WHERE due_at IS NOT NULL;
CREATE INDEX ticket_export_comment_by_lane ON ticket_export_comment (account_id, target_id, due_at, comment_id) WHERE due_at IS NOT NULL;
