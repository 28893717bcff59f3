using System.Globalization;
using System.Text;
using TicketExport.States;

namespace TicketExport.Core.Tests.States;

/// <summary>Prints the words of lists.</summary>
internal static class StatusWordsPage
{
    public static string WordTable()
    {
        var table = new StringBuilder("| `export_status` | link | provider status | word |\n| --- | --- | --- | --- |\n");
        foreach (var status in Enum.GetValues<ExportStatus>().Skip(1))
        {
            foreach (var (link, provider, word) in RowsOf(status))
            {
                table.Append(CultureInfo.InvariantCulture, $"| {Words.Of(status)} | {link} | {provider} | {Words.Of(word)} |\n");
            }
        }

        return table.ToString();
    }

    public static string NoteTable()
    {
        var table = new StringBuilder("| `status_sync_status` | not set | `synced` | `pending` | `error` |\n| --- | --- | --- | --- | --- |\n");
        foreach (var status in Enum.GetValues<StatusSyncStatus>())
        {
            var notes = Enum.GetValues<SyncState>().Select(sync => Words.Of(NoteOf(status, sync)));
            table.Append(CultureInfo.InvariantCulture, $"| {(status == StatusSyncStatus.Unknown ? "not set" : Words.Of(status))} | {string.Join(" | ", notes)} |\n");
        }

        return table.ToString();
    }

    private static SyncNote NoteOf(StatusSyncStatus status, SyncState sync) => ExportSummary.Of(new ExportAxes
    {
        ExportStatus = ExportStatus.Exported,
        Link = LinkState.Live,
        StatusSyncStatus = status,
        SyncState = sync,
    }).SyncNote;

    // One row where the word is the same for all; a row per link where only the provider status makes no difference.
    private static IEnumerable<(string Link, string Provider, ExportWord Word)> RowsOf(ExportStatus status)
    {
        var words = Enum.GetValues<LinkState>().ToDictionary(
            static link => link,
            link => Enum.GetValues<ProviderStatus>().Select(provider => (Provider: provider, Word: WordOf(status, link, provider))).ToArray());
        if (words.Values.SelectMany(static row => row).Select(static cell => cell.Word).Distinct().Count() == 1)
        {
            return [("any", "any", words[LinkState.None][0].Word)];
        }

        return words.SelectMany(static row => row.Value.Select(static cell => cell.Word).Distinct().Count() == 1
            ? [(Words.Of(row.Key), "any", row.Value[0].Word)]
            : row.Value.Select(cell => (Words.Of(row.Key), Words.Of(cell.Provider), cell.Word)));
    }

    private static ExportWord WordOf(ExportStatus status, LinkState link, ProviderStatus provider) =>
        ExportSummary.Of(new ExportAxes { ExportStatus = status, Link = link, ProviderStatus = provider }).Word;
}
