namespace TicketExport.Stores.Sqlite.Internal;

internal static partial class LedgerSql
{
    public const string ReadSync = """
        SELECT account_id, export_id, provider_ticket_id, raw_status, status, provider_updated_at, observed_at, last_synced_at, failure,
            retry_at, failed_reads, is_missing, sync_state, write_failure, document_hash,
            claim_id, fencing_token, lease_until, asked_at, comment_hash
        FROM ticket_export_sync WHERE account_id = $account AND export_id = $export
        """;

    public const string WriteSync = """
        INSERT INTO ticket_export_sync (
            account_id, export_id, provider_ticket_id, raw_status, status, provider_updated_at, observed_at, last_synced_at, failure,
            retry_at, failed_reads, is_missing, sync_state, write_failure, document_hash,
            claim_id, fencing_token, lease_until, asked_at, comment_hash)
        VALUES (
            $account, $export, $ticket, $raw, $status, $changed, $observed, $synced, $failure,
            $retry, $failed, $missing, $state, $write_failure, $document,
            $claim, $fence, $lease, $asked, $comment)
        ON CONFLICT (account_id, export_id) DO UPDATE SET
            provider_ticket_id = excluded.provider_ticket_id, raw_status = excluded.raw_status, status = excluded.status,
            provider_updated_at = excluded.provider_updated_at, observed_at = excluded.observed_at,
            last_synced_at = excluded.last_synced_at, failure = excluded.failure, retry_at = excluded.retry_at,
            failed_reads = excluded.failed_reads, is_missing = excluded.is_missing, sync_state = excluded.sync_state,
            write_failure = excluded.write_failure, document_hash = excluded.document_hash, claim_id = excluded.claim_id,
            fencing_token = excluded.fencing_token, lease_until = excluded.lease_until, asked_at = excluded.asked_at,
            comment_hash = excluded.comment_hash
        """;
}
