namespace TicketExport.Ledger;

public static partial class LedgerRules
{
    private const int MaxPath = 1_024;

    // The failure of a file says nothing of the ticket: status, claim and retry stay as they are, and so does a file that stands.
    private static DecisionChange Note(DecisionCommand.NoteFileFailure command, LedgerEntry entry, DateTimeOffset now)
    {
        if (entry.Export.Status == ExportStatus.Portable)
        {
            return new(new DecisionResult(DecisionOutcome.WrongStatus, entry.Export));
        }

        var noted = entry with { Export = entry.Export with { PortableFailure = command.Failure, UpdatedAt = LedgerTime.Floor(now) } };
        return new(new DecisionResult(DecisionOutcome.Done, noted.Export)) { Write = noted, Audit = AuditOf(command, AuditAction.FileFailed, noted.Export, now) };
    }

    private static ExportRecord Parked(ExportRecord export, PortableHandover file) => export with
    {
        PortablePath = file.Path,
        PortableFormat = file.Format,
        PortableFormatReason = file.FormatReason,
        PortableReason = file.Reason,
        PortableFailure = null,
    };

    private static void ThrowIfUnusable(PortableHandover file)
    {
        ArgumentNullException.ThrowIfNull(file);
        ThrowIfUnusablePath(file.Path);
        ThrowIfUnusableWord(file.Format, "format");
        ThrowIfUnusableWord(file.FormatReason, "reason of the format");
        if (!Enum.IsDefined(file.Reason))
        {
            throw new ArgumentException("The reason of a file is not one of the known ones.", nameof(file));
        }
    }

    // An absolute path would tell where the server keeps things, and an address may hold a credential.
    private static void ThrowIfUnusablePath(string path)
    {
        ThrowIfUnusable(path, "path", MaxPath);
        if (path[0] is '/' or '\\' or '~' || path.Contains(':', StringComparison.Ordinal) || path.Split('/', '\\').Contains(".."))
        {
            throw new ArgumentException("The path of a file is absolute, an address, or leaves its folder; give a storage key or a relative path.", nameof(path));
        }
    }

    private static void ThrowIfUnusableWord(string? word, string name)
    {
        if (word is not null && (word.Length is 0 or > PortableHandover.MaxWord || word.Any(static letter => !char.IsAsciiLetterLower(letter) && !char.IsAsciiDigit(letter) && letter is not ('_' or '-'))))
        {
            throw new ArgumentException(
                $"The {name} of a file is 1 to {PortableHandover.MaxWord} lower-case letters, digits, '_' and '-'.", nameof(word));
        }
    }
}
