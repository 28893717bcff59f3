using System.Globalization;
using TicketExport.Ledger;

namespace TicketExport.Testing.Conformance.Ledgers.Model;

/// <summary>The words in which ledgers and the plain model answer.</summary>
internal static class Answers
{
    public const string Nothing = "nothing to do";

    public static string Send(ExportClaim claim) => $"send {Of(claim)}";

    public static string Reconcile(ExportClaim claim, AttemptRecord open) => $"reconcile {Of(claim)} {Of(open)}";

    public static string Linked(string exportId) => $"{exportId} is linked";

    public static string Held(string exportId) => $"{exportId} is held";

    public static string Waiting(string exportId) => $"{exportId} waits";

    public static string Enqueued(string exportId) => $"{exportId} is enqueued";

    public static string Generation(int generation) => $"generation {Number(generation)}";

    public static string Recorded(bool written) => written ? "recorded" : "overtaken";

    public static string Begun(ExportClaim? claim) => claim is null ? "not begun" : $"begun {Of(claim)}";

    public static string Disabled(string? exportId) => $"disabled {exportId}";

    public static string Switch(TargetKey place, bool isDisabled) => $"{place.AccountId}/{place.TargetId} is {(isDisabled ? "disabled" : "enabled")}";

    public static string Changed(LinkOutcome outcome, string? exportId) => $"{outcome} {exportId}";

    public static string Due(IEnumerable<DueExport> due) =>
        $"due {string.Join(", ", due.Select(static one => $"{one.ExportId} of {one.Target.AccountId}/{one.Target.TargetId} {Time(one.DueAt)}"))}";

    public static string Of(ClaimResult result) => result switch
    {
        ClaimResult.ToSend send => Send(send.Claim),
        ClaimResult.ToReconcile reconcile => Reconcile(reconcile.Claim, reconcile.OpenAttempt),
        ClaimResult.Linked linked => Linked(linked.Holder.ExportId),
        ClaimResult.Held held => Held(held.Holder.ExportId),
        ClaimResult.Waiting waiting => Waiting(waiting.Holder.ExportId),
        ClaimResult.GenerationChanged changed => Generation(changed.Generation),
        ClaimResult.Disabled disabled => Disabled(disabled.Export?.ExportId),
        _ => $"{result}",
    };

    public static string Of(EnqueueResult result) => result switch
    {
        EnqueueResult.Enqueued enqueued => Enqueued(enqueued.Export.ExportId),
        EnqueueResult.Linked linked => Linked(linked.Holder.ExportId),
        EnqueueResult.Held held => Held(held.Holder.ExportId),
        EnqueueResult.Waiting waiting => Waiting(waiting.Holder.ExportId),
        EnqueueResult.GenerationChanged changed => Generation(changed.Generation),
        EnqueueResult.Disabled disabled => Disabled(disabled.Export?.ExportId),
        _ => $"{result}",
    };

    public static string Of(ExportRecord export, IEnumerable<AttemptRecord> attempts, string? document) => string.Join(
        ' ',
        (IEnumerable<string?>)
        [
            export.Account.Id, export.ExportId, export.TargetId, export.Source.Id, Number(export.Generation), $"{export.Status}",
            $"fence {Number(export.FencingToken)}", $"retry {Time(export.RetryAt)}", $"ticket {export.Ticket?.ProviderTicketId}",
            $"linked {Time(export.LinkedAt)}", $"asked {Time(export.CreatedAt)}", $"document '{document}'",
            .. attempts.Select(Of),
        ]);

    public static string Time(DateTimeOffset? time) => time?.ToString("mm:ss.fffffff", CultureInfo.InvariantCulture) ?? "-";

    private static string Of(ExportClaim claim) =>
        $"{claim.ExportId} of {claim.AccountId} fence {Number(claim.FencingToken)} attempt {Number(claim.AttemptNumber)} until {Time(claim.LeaseUntil)}";

    private static string Of(AttemptRecord attempt) =>
        $"[{Number(attempt.Number)} {attempt.State} fence {Number(attempt.FencingToken)} {Time(attempt.StartedAt)} to {Time(attempt.EndedAt)}]";

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
