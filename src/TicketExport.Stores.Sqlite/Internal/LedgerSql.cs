namespace TicketExport.Stores.Sqlite.Internal;

/// <summary>Every statement that the ledger runs against its tables.</summary>
internal static partial class LedgerSql
{
    public const string FindGuard = $"""
        SELECT {ExportColumns}, g.generation
        FROM ticket_export_guard g
        JOIN ticket_export e ON e.account_id = g.account_id AND e.export_id = g.export_id
        {JoinLink}
        WHERE g.account_id = $account AND g.guard_key = $guard
        """;

    public const string ReadGuard =
        "SELECT generation, export_id FROM ticket_export_guard WHERE account_id = $account AND guard_key = $guard";

    // What a claim must know besides its own export: who holds the guard, and until when the target is paused.
    public const string ReadGuardAndPause = $"""
        {ReadGuard}
        UNION ALL SELECT paused_until, NULL FROM ticket_export_target WHERE account_id = $account AND target_id = $target
        """;

    public const string ReadEntryByKey = $"{Entry} WHERE e.account_id = $account AND e.idempotency_key = $key";

    public const string ReadEntryById = $"{Entry} WHERE e.account_id = $account AND e.export_id = $export";

    public const string ReadExport =
        $"SELECT {ExportColumns} FROM ticket_export e {JoinLink} WHERE e.account_id = $account AND e.export_id = $export";

    public const string ListBySource = $"""
        SELECT {ExportColumns} FROM ticket_export e {JoinLink}
        WHERE e.account_id = $account AND e.source_type = $source_type AND e.source_id = $source_id
        ORDER BY e.created_at, e.export_id
        """;

    public const string ListAttempts = $"""
        SELECT {AttemptColumns} FROM ticket_export_attempt a
        WHERE a.account_id = $account AND a.export_id = $export ORDER BY a.number
        """;

    public const string ReadDocument =
        "SELECT json FROM ticket_export_document WHERE account_id = $account AND export_id = $export";

    public const string HasDocument = "SELECT 1 FROM ticket_export_document WHERE account_id = $account AND export_id = $export";

    public const string InsertExport = """
        INSERT INTO ticket_export (
            account_id, export_id, project_id, source_type, source_id, report_id, target_id, provider_key, fingerprint,
            idempotency_key, generation, status, fencing_token, claim_id, lease_until, attempts, retry_at, failure,
            open_attempt, mapping_status, failed_tries, rate_limits, approved_at, portable_path, portable_format,
            portable_format_reason, portable_reason, portable_failure, created_at, updated_at)
        VALUES (
            $account, $export, $project, $source_type, $source_id, $report, $target, $provider, $fingerprint,
            $key, $generation, $status, $fence, $claim, $lease, $attempts, $retry, $failure,
            $open, $mapping, $failed_tries, $rate_limits, $approved, $path, $format,
            $format_reason, $portable_reason, $portable_failure, $created, $updated)
        """;

    public const string UpdateExport = """
        UPDATE ticket_export SET
            report_id = $report, provider_key = $provider, status = $status, fencing_token = $fence, claim_id = $claim,
            lease_until = $lease, attempts = $attempts, retry_at = $retry, failure = $failure, open_attempt = $open,
            mapping_status = $mapping, failed_tries = $failed_tries, rate_limits = $rate_limits, approved_at = $approved,
            portable_path = $path, portable_format = $format, portable_format_reason = $format_reason,
            portable_reason = $portable_reason, portable_failure = $portable_failure, updated_at = $updated
        WHERE account_id = $account AND export_id = $export
        """;

    public const string WriteGuard = """
        INSERT INTO ticket_export_guard (account_id, guard_key, generation, export_id)
        VALUES ($account, $guard, $generation, $export)
        ON CONFLICT (account_id, guard_key) DO UPDATE SET generation = excluded.generation, export_id = excluded.export_id
        """;

    public const string InsertAttempt = """
        INSERT INTO ticket_export_attempt (account_id, export_id, number, state, fencing_token, started_at, ended_at, failure)
        VALUES ($account, $export, $number, $state, $fence, $started, $ended, $failure)
        """;

    public const string UpdateAttempt = """
        UPDATE ticket_export_attempt SET state = $state, ended_at = $ended, failure = $failure
        WHERE account_id = $account AND export_id = $export AND number = $number
        """;

    public const string WriteDocument = """
        INSERT INTO ticket_export_document (account_id, export_id, json) VALUES ($account, $export, $json)
        ON CONFLICT (account_id, export_id) DO UPDATE SET json = excluded.json
        """;

    public const string RemoveDocument = "DELETE FROM ticket_export_document WHERE account_id = $account AND export_id = $export";

    public const string WriteLink = """
        INSERT INTO ticket_export_link (
            account_id, export_id, target_id, provider_ticket_id, external_issue_id, external_url, linked_at, state, read_at)
        VALUES ($account, $export, $target, $ticket, $issue, $url, $linked, $state, $read)
        ON CONFLICT (account_id, export_id) DO UPDATE SET
            provider_ticket_id = excluded.provider_ticket_id, external_issue_id = excluded.external_issue_id,
            external_url = excluded.external_url, linked_at = excluded.linked_at, state = excluded.state,
            read_at = CASE WHEN $stays THEN read_at ELSE excluded.read_at END, hinted_at = CASE WHEN $stays THEN hinted_at END
        """;

    private const string ExportColumns = """
        e.export_id, e.account_id, e.project_id, e.source_type, e.source_id, e.report_id, e.target_id, e.provider_key,
        e.fingerprint, e.idempotency_key, e.generation, e.status, e.fencing_token, e.attempts, e.retry_at, e.failure,
        e.created_at, e.updated_at, e.open_attempt, e.mapping_status, e.failed_tries, e.rate_limits, e.approved_at,
        e.portable_path, l.provider_ticket_id, l.external_issue_id, l.external_url, l.linked_at, l.state,
        e.portable_format, e.portable_format_reason, e.portable_reason, e.portable_failure
        """;

    private const string AttemptColumns = "a.export_id, a.number, a.state, a.fencing_token, a.started_at, a.ended_at, a.failure";

    private const string JoinLink = "LEFT JOIN ticket_export_link l ON l.account_id = e.account_id AND l.export_id = e.export_id";

    private const string Entry = $"""
        SELECT {ExportColumns}, e.claim_id, e.lease_until, {AttemptColumns}
        FROM ticket_export e
        {JoinLink}
        LEFT JOIN ticket_export_attempt a
            ON a.account_id = e.account_id AND a.export_id = e.export_id AND a.number = e.attempts
        """;
}
