namespace TicketExport.Stores.Sqlite.Internal;

internal static partial class LedgerSql
{
    public const string ReadComment =
        $"SELECT {CommentColumns} FROM ticket_export_comment WHERE account_id = $account AND comment_id = $comment";

    public const string ReadStampedComment = $"""
        SELECT {CommentColumns} FROM ticket_export_comment INDEXED BY ticket_export_comment_by_external
        WHERE account_id = $account AND target_id = $target AND ticket_id = $ticket AND external_comment_id = $external
        """;

    public const string ListUnsettledComments = $"""
        SELECT {CommentColumns} FROM ticket_export_comment INDEXED BY ticket_export_comment_unsettled
        WHERE account_id = $account AND target_id = $target AND ticket_id = $ticket AND (is_open = 1 OR held_until IS NOT NULL)
        """;

    public const string ReadOwnActor = """
        SELECT actor_id FROM ticket_export_comment INDEXED BY ticket_export_comment_by_actor
        WHERE account_id = $account AND target_id = $target AND actor_id IS NOT NULL AND origin = 1 ORDER BY tried_at DESC LIMIT 1
        """;

    public const string ListThread = $"""
        SELECT {CommentColumns} FROM ticket_export_comment INDEXED BY ticket_export_comment_by_source
        WHERE account_id = $account AND source_type = $source_type AND source_id = $source_id
            AND written_at >= $at AND (written_at > $at OR comment_id > $id) AND is_shown = 1 AND (held_until IS NULL OR held_until <= $now)
        ORDER BY written_at, comment_id LIMIT $limit
        """;

    public const string WriteComment = """
        INSERT INTO ticket_export_comment (
            account_id, comment_id, source_type, source_id, origin, author, text, written_at, edited_at, is_deleted, is_private, is_shown,
            held_until, export_id, target_id, ticket_id, external_comment_id, delivery, failure, retry_at, claim_id, fencing_token,
            lease_until, is_open, tries, first_tried_at, tried_at, occurred_at, actor_id)
        VALUES (
            $account, $comment, $source_type, $source_id, $origin, $author, $text, $written, $edited, $deleted, $private, $shown,
            $held, $export, $target, $ticket, $external, $delivery, $failure, $retry, $claim, $fence,
            $lease, $open, $tries, $first, $tried, $occurred, $actor)
        ON CONFLICT (account_id, comment_id) DO UPDATE SET
            author = excluded.author, text = excluded.text, edited_at = excluded.edited_at, is_deleted = excluded.is_deleted,
            is_private = excluded.is_private, is_shown = excluded.is_shown, held_until = excluded.held_until, export_id = excluded.export_id,
            target_id = excluded.target_id, ticket_id = excluded.ticket_id, external_comment_id = excluded.external_comment_id,
            delivery = excluded.delivery, failure = excluded.failure, retry_at = excluded.retry_at, claim_id = excluded.claim_id,
            fencing_token = excluded.fencing_token, lease_until = excluded.lease_until, is_open = excluded.is_open, tries = excluded.tries,
            first_tried_at = excluded.first_tried_at, tried_at = excluded.tried_at, occurred_at = excluded.occurred_at,
            actor_id = excluded.actor_id
        """;

    public const string RemoveComment = "DELETE FROM ticket_export_comment WHERE account_id = $account AND comment_id = $comment";

    public const string ListDueComments = """
        SELECT account_id, target_id, comment_id, due_at FROM ticket_export_comment INDEXED BY ticket_export_comment_by_due
        WHERE due_at <= $now AND target_id IS NOT NULL ORDER BY due_at LIMIT $limit
        """;

    public const string FirstCommentLane = """
        SELECT account_id, target_id FROM ticket_export_comment INDEXED BY ticket_export_comment_by_lane
        WHERE due_at IS NOT NULL AND account_id >= '' AND target_id IS NOT NULL ORDER BY account_id, target_id LIMIT 1
        """;

    public const string NextCommentLaneOfAccount = """
        SELECT account_id, target_id FROM ticket_export_comment INDEXED BY ticket_export_comment_by_lane
        WHERE due_at IS NOT NULL AND account_id = $account AND target_id > $target ORDER BY target_id LIMIT 1
        """;

    public const string NextCommentAccount = """
        SELECT account_id, target_id FROM ticket_export_comment INDEXED BY ticket_export_comment_by_lane
        WHERE due_at IS NOT NULL AND account_id > $account AND target_id IS NOT NULL ORDER BY account_id, target_id LIMIT 1
        """;

    public const string ListCommentLane = """
        SELECT account_id, target_id, comment_id, due_at FROM ticket_export_comment INDEXED BY ticket_export_comment_by_lane
        WHERE account_id = $account AND target_id = $target AND due_at <= $now ORDER BY due_at, comment_id LIMIT $limit
        """;

    private const string CommentColumns = """
        account_id, comment_id, source_type, source_id, origin, author, text, written_at, edited_at, is_deleted, is_private, is_shown,
        held_until, export_id, target_id, ticket_id, external_comment_id, delivery, failure, retry_at, claim_id, fencing_token,
        lease_until, is_open, tries, first_tried_at, tried_at, occurred_at, actor_id
        """;
}
