using TicketExport.Ledger;

namespace TicketExport.Portable.Internal;

/// <summary>Gives each outcome its code, its words and its next step. Pure.</summary>
internal static class FallbackResults
{
    public static PortableFallbackResult Created(PortableFile file, FallbackCase judged, ExportRecord export) => new()
    {
        Outcome = PortableFallbackOutcome.Created,
        File = file,
        FormatReason = judged.Format!.Reason,
        Reason = judged.Reason,
        Export = export,
    };

    public static PortableHandover HandoverOf(PortableFile file, FallbackCase judged) => new()
    {
        Path = file.RelativePath,
        Format = PortableFormats.WordOf(file.Format),
        FormatReason = PortableFormats.WordOf(judged.Format!.Reason),
        Reason = judged.Reason,
    };

    /// <summary>The failure of a file, as its export keeps it.</summary>
    public static ExportFailure FailureOf(TicketExportException exception) => new()
    {
        Code = ExportCodes.PortableExportFailed,
        Reason = FailureReason.Configuration,
        Message = exception.Message,
        NextStep = NextStep.FixSettings,
        Setting = "TicketExport:Portable:Folder",
    };

    /// <summary>The exception is one of ours, so that its message may be shown.</summary>
    public static PortableFallbackResult NotWritten(TicketExportException exception, ExportRecord export) => exception.Code == ExportCodes.UnsafeContent
        ? Result(PortableFallbackOutcome.ContentUnsafe, export, exception.Message, NextStep.FixDocument) with { Code = exception.Code }
        : Result(PortableFallbackOutcome.FileFailed, export, exception.Message, NextStep.FixSettings) with { Code = exception.Code };

    public static PortableFallbackResult Refused(PortableFallbackOutcome outcome, ExportRecord? export) => outcome switch
    {
        PortableFallbackOutcome.TicketExists => TicketExists(export),
        PortableFallbackOutcome.OutcomeUnknown => Result(
            outcome, export, "An earlier try may have created a ticket. Wait for the look-up, or look at the tracker and confirm; a file beside a ticket would be a second one.", NextStep.Confirm),
        PortableFallbackOutcome.AtWork => Result(outcome, export, "The export is being sent right now. Ask again when that is over.", NextStep.Wait),
        PortableFallbackOutcome.NotEligible => Result(
            outcome,
            export,
            "The native path is not out: the target is healthy, or what stops the export is repaired where it is. Export natively, or give an Override that names who decides otherwise and why.",
            export?.Failure?.NextStep ?? NextStep.Wait),
        PortableFallbackOutcome.AlreadyPortable => Result(
            outcome, export, "The export is parked with another file. Use that file, or approve the export again before another is made.", NextStep.UsePortableFile),
        PortableFallbackOutcome.DocumentMissing => Result(
            outcome, export, "The ledger keeps no readable document for the export. Export the source again with a safe document.", NextStep.FixDocument),
        PortableFallbackOutcome.Superseded => Result(
            outcome, export, "The link of the export was taken away, and the source goes on as another export. Ask for that one.", NextStep.None),
        _ => Result(PortableFallbackOutcome.ExportMissing, export, "The account has no export of this id. Take the id from the export's result or list.", NextStep.None),
    };

    private static PortableFallbackResult TicketExists(ExportRecord? export)
    {
        const string Message = "The source has a ticket at its target. Open that ticket instead of handing over a file.";
        return Result(PortableFallbackOutcome.TicketExists, export, Message, NextStep.OpenExisting) with { Code = ExportCodes.Duplicate };
    }

    private static PortableFallbackResult Result(PortableFallbackOutcome outcome, ExportRecord? export, string message, NextStep next) =>
        new() { Outcome = outcome, Export = export, Message = message, NextStep = next };
}
