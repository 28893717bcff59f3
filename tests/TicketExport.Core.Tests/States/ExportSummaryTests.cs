using System.Text.Json;
using System.Text.Json.Serialization;
using TicketExport.States;

namespace TicketExport.Core.Tests.States;

public sealed class ExportSummaryTests
{
    private const string Page = "docs/concepts/status-words.md";

    private static readonly ExportAxes Ticket = new() { ExportStatus = ExportStatus.Exported, Link = LinkState.Live, StatusSyncStatus = StatusSyncStatus.Fresh };

    private static readonly ExportWord[] OfTheTracker = [ExportWord.Open, ExportWord.InProgress, ExportWord.Done];

    private static IEnumerable<ExportAxes> Every =>
        from export in Enum.GetValues<ExportStatus>()
        from link in Enum.GetValues<LinkState>()
        from provider in Enum.GetValues<ProviderStatus>()
        from sync in Enum.GetValues<SyncState>()
        from statusSync in Enum.GetValues<StatusSyncStatus>()
        from mapping in Enum.GetValues<MappingStatus>()
        select new ExportAxes
        {
            ExportStatus = export,
            Link = link,
            ProviderStatus = provider,
            SyncState = sync,
            StatusSyncStatus = statusSync,
            MappingStatus = mapping,
        };

    [Fact]
    public void The_page_shows_the_word_of_every_combination() => GoldenPage.Shows(Page, "words", StatusWordsPage.WordTable());

    [Fact]
    public void The_page_shows_the_note_of_every_combination() => GoldenPage.Shows(Page, "notes", StatusWordsPage.NoteTable());

    [Fact]
    public void The_page_explains_every_word() =>
        GoldenPage.Shows(Page, "meanings", StateMachinePage.Meanings("word", Enum.GetValues<ExportWord>().Skip(1)));

    [Theory]
    [InlineData(ProviderStatus.Open, ExportWord.Open, "open")]
    [InlineData(ProviderStatus.InProgress, ExportWord.InProgress, "in_progress")]
    [InlineData(ProviderStatus.Done, ExportWord.Done, "done")]
    [InlineData(ProviderStatus.Unknown, ExportWord.Exported, "exported")]
    [Trait("Behaviour", "S37")]
    [Trait("Behaviour", "S38")]
    [Trait("Behaviour", "S39")]
    public void A_ticket_is_shown_with_the_tracker_s_status(ProviderStatus provider, ExportWord word, string wire)
    {
        var summary = ExportSummary.Of(Ticket with { ProviderStatus = provider });

        Assert.Equal((word, provider, SyncNote.None), (summary.Word, summary.ProviderStatus!.Value, summary.SyncNote));
        Assert.Equal($"\"{wire}\"", JsonSerializer.Serialize(summary.Word, Wire));
    }

    [Theory]
    [InlineData(ExportStatus.RetryScheduled, ExportWord.RetryScheduled)]
    [InlineData(ExportStatus.PartialFailed, ExportWord.PartialFailed)]
    [InlineData(ExportStatus.Failed, ExportWord.Failed)]
    [InlineData(ExportStatus.Blocked, ExportWord.Blocked)]
    [InlineData(ExportStatus.Disconnected, ExportWord.Disconnected)]
    [InlineData(ExportStatus.DeliveryUnknown, ExportWord.DeliveryUnknown)]
    [Trait("Behaviour", "S40")]
    [Trait("Behaviour", "S41")]
    [Trait("Behaviour", "S42")]
    [Trait("Behaviour", "S43")]
    [Trait("Behaviour", "S44")]
    public void Trouble_of_the_export_outweighs_what_the_tracker_says(ExportStatus status, ExportWord word) =>
        Assert.All(Enum.GetValues<ProviderStatus>(), provider =>
            Assert.Equal(word, ExportSummary.Of(Ticket with { ExportStatus = status, ProviderStatus = provider }).Word));

    [Fact]
    [Trait("Behaviour", "S45")]
    public void A_file_never_shows_a_live_status() =>
        Assert.All(Every.Where(static axes => axes.ExportStatus == ExportStatus.Portable), static axes =>
        {
            var summary = ExportSummary.Of(axes);
            Assert.Equal((ExportWord.Portable, (ProviderStatus?)null, SyncNote.None), (summary.Word, summary.ProviderStatus, summary.SyncNote));
        });

    [Fact]
    public void The_tracker_s_words_are_said_of_a_living_ticket_alone() =>
        Assert.All(Every.Where(static axes => OfTheTracker.Contains(ExportSummary.Of(axes).Word)), static axes =>
            Assert.Equal((ExportStatus.Exported, LinkState.Live), (axes.ExportStatus, axes.Link)));

    [Theory]
    [InlineData(StatusSyncStatus.Stale, SyncNote.Stale)]
    [InlineData(StatusSyncStatus.Failed, SyncNote.Failed)]
    [InlineData(StatusSyncStatus.RetryScheduled, SyncNote.RetryScheduled)]
    [InlineData(StatusSyncStatus.Disconnected, SyncNote.Disconnected)]
    [InlineData(StatusSyncStatus.Never, SyncNote.Never)]
    [InlineData(StatusSyncStatus.Unknown, SyncNote.Never)]
    [Trait("Behaviour", "S18")]
    [Trait("Behaviour", "S19")]
    [Trait("Behaviour", "S20")]
    [Trait("Behaviour", "S21")]
    public void Trouble_of_the_sync_stands_beside_the_last_good_status(StatusSyncStatus sync, SyncNote note)
    {
        var summary = ExportSummary.Of(Ticket with { ProviderStatus = ProviderStatus.Done, StatusSyncStatus = sync, SyncState = SyncState.Synced });

        Assert.Equal((ExportWord.Done, note), (summary.Word, summary.SyncNote));
    }

    [Fact]
    [Trait("Behaviour", "S19")]
    public void A_failed_sync_is_never_hidden_where_there_is_a_ticket() =>
        Assert.All(
            Every.Where(static axes => axes.ExportStatus != ExportStatus.Portable && axes.Link is LinkState.Live or LinkState.Broken),
            static axes =>
            {
                var summary = ExportSummary.Of(axes);
                if (axes.SyncState == SyncState.Error || axes.StatusSyncStatus is StatusSyncStatus.Failed or StatusSyncStatus.Disconnected)
                {
                    Assert.Contains(summary.SyncNote, (SyncNote[])[SyncNote.Failed, SyncNote.Disconnected]);
                }

                Assert.Equal(summary.SyncNote == SyncNote.None, axes is { StatusSyncStatus: StatusSyncStatus.Fresh, SyncState: SyncState.Synced or SyncState.Unknown } && axes.ExportStatus != ExportStatus.Disconnected);
            });

    [Fact]
    public void Every_combination_has_a_word_and_nothing_but_its_three_axes_decides_it() =>
        Assert.All(
            Every.GroupBy(static axes => (axes.ExportStatus, axes.Link, axes.ProviderStatus)),
            static same =>
            {
                var word = Assert.Single(same.Select(static axes => ExportSummary.Of(axes).Word).Distinct());
                Assert.Equal(same.Key.ExportStatus == ExportStatus.Unknown, word == ExportWord.Unknown);
            });

    [Fact]
    public void Missing_fields_are_pointed_out_until_there_is_a_ticket() =>
        Assert.All(Every, static axes => Assert.Equal(
            axes.MappingStatus == MappingStatus.Incomplete && axes.Link == LinkState.None && axes.ExportStatus != ExportStatus.Portable,
            ExportSummary.Of(axes).NeedsMapping));

    [Fact]
    public void Every_axis_is_written_in_its_own_words()
    {
        Assert.Equal(["unknown", "open", "in_progress", "done"], WireNames<ProviderStatus>());
        Assert.Equal(["synced", "pending", "error"], WireNames<SyncState>()[1..]);
        Assert.Equal(["never", "fresh", "stale", "retry_scheduled", "failed", "disconnected"], WireNames<StatusSyncStatus>()[1..]);
        Assert.Equal(["complete", "incomplete", "unchecked"], WireNames<MappingStatus>()[1..]);
        Assert.Equal(Enum.GetValues<ExportWord>()[1..].Select(Words.Plain), WireNames<ExportWord>()[1..]);
    }

    private static JsonSerializerOptions Wire { get; } = new() { Converters = { new JsonStringEnumConverter() } };

    private static string[] WireNames<TEnum>()
        where TEnum : struct, Enum =>
        [.. Enum.GetValues<TEnum>().Select(static value => JsonSerializer.Serialize(value, Wire).Trim('"'))];
}
