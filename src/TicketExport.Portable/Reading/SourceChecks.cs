namespace TicketExport.Portable.Reading;

internal static class SourceChecks
{
    public const string Mismatch =
        "Is not the fingerprint of this account and source: an id was changed on the way, as spreadsheets do with leading zeros and long numbers. Restore the ids, or write the file again.";
}
