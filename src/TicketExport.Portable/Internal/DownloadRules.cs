using TicketExport.Identity;
using TicketExport.Ledger;

namespace TicketExport.Portable.Internal;

/// <summary>Decides whether the file of an export may be downloaded. Pure.</summary>
internal static class DownloadRules
{
    public static PortableDownload? Refusal(ExportRecord? export) => export switch
    {
        null => Refused(PortableDownloadOutcome.ExportMissing, null, "The account has no export of this id. Take the id from the export's result or list.", NextStep.None),
        { PortablePath: null } => Refused(PortableDownloadOutcome.NoFile, export, "The export was not handed over as a file. Create the file first.", NextStep.UsePortableFile),
        _ when !HasKeys(export) => Refused(
            PortableDownloadOutcome.KeysMissing,
            export,
            "The export lacks its source's type or id, its fingerprint or its status, so that a later ticket could not be matched with the file. Export the source again.",
            NextStep.FixDocument),
        _ => null,
    };

    public static PortableDownload FileMissing(ExportRecord export) => Refused(
        PortableDownloadOutcome.FileMissing,
        export,
        "The store keeps no file under the export's path. Create the file again, or open it where the host keeps it.",
        NextStep.UsePortableFile);

    public static PortableDownload Opened(ExportRecord export, Stream content) => new()
    {
        Outcome = PortableDownloadOutcome.Opened,
        Content = content,
        FileName = export.PortablePath!.Split('/', '\\')[^1],
        MediaType = MediaTypeOf(export.PortablePath!),
        Export = export,
    };

    private static bool HasKeys(ExportRecord export) =>
        !string.IsNullOrWhiteSpace(export.Source.Type)
        && !string.IsNullOrWhiteSpace(export.Source.Id)
        && export.Fingerprint != default(DuplicateFingerprint)
        && export.IdempotencyKey != default(IdempotencyKey)
        && export.Status != ExportStatus.Unknown;

    private static string MediaTypeOf(string path) =>
        Enum.GetValues<PortableFormat>().FirstOrDefault(format => format != PortableFormat.Unknown && path.EndsWith(PortableFormats.ExtensionOf(format), StringComparison.Ordinal)) is var known && known != PortableFormat.Unknown
            ? PortableFormats.MediaTypeOf(known)
            : "application/octet-stream";

    private static PortableDownload Refused(PortableDownloadOutcome outcome, ExportRecord? export, string message, NextStep next) =>
        new() { Outcome = outcome, Export = export, Message = message, NextStep = next };
}
