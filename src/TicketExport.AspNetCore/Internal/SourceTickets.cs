using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using TicketExport.AspNetCore.Protocol;
using TicketExport.Contract;
using TicketExport.Ledger;

namespace TicketExport.AspNetCore.Internal;

/// <summary>Finds a source's document at the host and its ticket in the ledger.</summary>
internal static class SourceTickets
{
    /// <summary>The export that ties the source to a ticket, or is about to; with a target named, the one at that target.</summary>
    public static async Task<(ExportRecord? Export, ApiAnswer? Problem)> FindAsync(TicketCall call, SourceKey source, string? targetId)
    {
        var all = await call.Get<IExportLedgerQueries>().ListBySourceAsync(call.AccountId, source, call.WhileListening).ConfigureAwait(false);
        ImmutableArray<ExportRecord> wanted = targetId is null ? all : [.. all.Where(export => string.Equals(export.TargetId, targetId, StringComparison.OrdinalIgnoreCase))];
        ImmutableArray<ExportRecord> linked = [.. wanted.Where(LinkBodies.HasTicket)];
        return linked.Select(static export => export.TargetId).Distinct(StringComparer.Ordinal).Count() > 1
            ? (null, Problems.Invalid("?target", "required", "The source has tickets at several targets. Name one of them."))
            : (linked.LastOrDefault() ?? wanted.LastOrDefault(LinkBodies.IsUnderWay), null);
    }

    public static async Task<LinkBody> BodyOfAsync(TicketCall call, ExportRecord export)
    {
        var syncs = await call.Get<ISyncLedger>().FindSyncsAsync(call.AccountId, [export.ExportId], CancellationToken.None).ConfigureAwait(false);
        return LinkBodies.Of(export, syncs.FirstOrDefault());
    }

    public static async Task<ApiAnswer> LinkAsync(TicketCall call, int status, ExportRecord export)
    {
        var answer = ApiAnswer.Of(status, await BodyOfAsync(call, export).ConfigureAwait(false), ApiJsonContext.Default.LinkBody);
        return status == StatusCodes.Status202Accepted ? answer with { RetryAfterSeconds = SecondsUntil(call, export.RetryAt) } : answer;
    }

    /// <summary>The request that exports the source, or why there is none.</summary>
    public static async Task<(ExportRequest? Request, ApiAnswer? Problem)> RequestAsync(TicketCall call, SourceKey source, string? targetId)
    {
        var document = await DocumentAsync(call, source).ConfigureAwait(false);
        return document is null
            ? (null, Problems.NotFound)
            : targetId is not null && !LedgerWords.CanBeId(targetId)
                ? (null, Problems.Invalid("?target", "format", "This cannot be the id of a target."))
                : (new ExportRequest { Account = call.Account, TargetId = targetId ?? call.Options.DefaultTarget, Document = document }, null);
    }

    /// <summary>The host's document of the source; <see langword="null"/> when the account has no such record.</summary>
    public static async Task<TicketExportDocument?> DocumentAsync(TicketCall call, SourceKey source)
    {
        var document = await call.Get<ITicketSourceReader>().FindAsync(call.Account, source, call.WhileListening).ConfigureAwait(false);
        return document is null || (document.Source.Type == source.Type && document.Source.RecordId == source.Id)
            ? document
            : throw new InvalidOperationException(
                $"The host's ITicketSourceReader was asked for a {source.Type} and answered with another record. Set source.type and source.record_id of its document to what was asked for.");
    }

    public static int SecondsUntil(TicketCall call, DateTimeOffset? at) =>
        at is { } instant ? (int)Math.Clamp(Math.Ceiling((instant - call.Now).TotalSeconds), 1, 86_400) : 1;
}
