using System.Collections.Immutable;
using TicketExport.Contract;
using TicketExport.Ledger;
using TicketExport.Portable;
using TicketExport.Signing;

namespace TicketExport.Samples.Quickstart;

/// <summary>What happens, chapter by chapter. Each chapter ends with a promise that is checked against the other side's own count.</summary>
internal sealed class Story(Stage stage, Screen screen, QuickstartSettings settings)
{
    /// <summary>The create request whose reply gets lost, counted among the findings.</summary>
    private const int LostReply = 2;

    private readonly List<Promise> _promises = [];

    public async Task<IReadOnlyList<Promise>> RunAsync(InputReport input, CancellationToken cancellationToken)
    {
        ImmutableArray<TicketExportDocument> documents = [.. input.Documents
            .OrderBy(static document => document.Source.Severity)
            .Take(settings.Limit ?? int.MaxValue)];
        screen.Input(input.Summary, settings);
        if (documents.IsEmpty)
        {
            screen.Note("Nothing to export.");
            return _promises;
        }

        var first = await FirstRunAsync(documents, cancellationToken);
        await LostReplyAsync(first, cancellationToken);
        await SecondRunAsync(documents, first, cancellationToken);
        await WebhookAsync(documents, cancellationToken);
        await DownTrackerAsync(documents[0], cancellationToken);
        return _promises;
    }

    private async Task<ImmutableArray<Export>> FirstRunAsync(ImmutableArray<TicketExportDocument> documents, CancellationToken cancellationToken)
    {
        screen.Chapter("First run", "Every finding goes to the tracker. It will lose a reply on the way.");
        var exports = await ExportAllAsync("tracker", documents, BeforeEach, cancellationToken);
        screen.Exports(exports, settings.All);

        var made = stage.Tracker.Tickets;
        var without = exports.Count(static export => !export.Result.HasTicket);
        Promise(
            "Every finding has one ticket",
            without == 0 && made.Select(static ticket => ticket.Marker).Distinct().Count() == made.Length,
            $"{exports.Length} findings, {without} without a ticket; the tracker holds {made.Length} new tickets, no two for one finding");
        return exports;

        void BeforeEach(int index)
        {
            if (index == LostReply || (index == 0 && documents.Length <= LostReply))
            {
                stage.Tracker.LoseNextReply();
            }
        }
    }

    private async Task LostReplyAsync(ImmutableArray<Export> exports, CancellationToken cancellationToken)
    {
        var adopted = new List<Export>();
        foreach (var export in exports)
        {
            var attempts = await stage.Ledger.ListAttemptsAsync(Stage.Account.Id, export.Result.ExportId!, cancellationToken);
            if (attempts.Any(static attempt => attempt.State == AttemptState.Adopted))
            {
                adopted.Add(export);
            }
        }

        var when = exports.Any(static export => export.Result.Outcome == ExportOutcome.Adopted) ? "in this run" : "in an earlier run";
        Promise(
            "A lost reply is found again, not repeated",
            adopted.Count > 0,
            adopted.Count == 0
                ? "no attempt in the ledger was found again"
                : $"{adopted[0].Result.Ticket!.ExternalIssueId} was committed {when}, its reply was lost, and a look-up found it");
    }

    private async Task SecondRunAsync(ImmutableArray<TicketExportDocument> documents, ImmutableArray<Export> first, CancellationToken cancellationToken)
    {
        screen.Chapter("Second run", "The same report again, as in the next scan.");
        var before = stage.Tracker.CreateCalls;
        var second = await ExportAllAsync("tracker", documents, static _ => { }, cancellationToken);
        var calls = stage.Tracker.CreateCalls - before;
        var same = second.Zip(first).All(static pair => pair.First.Result.Ticket == pair.Second.Result.Ticket);
        screen.Note($"{second.Count(static export => export.Result.Outcome == ExportOutcome.AlreadyExported)} findings answered with their existing ticket, such as {second[0].Result.Ticket?.Url}.");
        Promise("A second run creates nothing", calls == 0 && same, $"the tracker counted {calls} create calls; all links are the same");
    }

    private async Task WebhookAsync(ImmutableArray<TicketExportDocument> documents, CancellationToken cancellationToken)
    {
        screen.Chapter("Signed webhook", "The same findings go to an automation too; its target has links of its own.");
        var exports = await ExportAllAsync("automation", documents, static _ => { }, cancellationToken);
        var deliveries = stage.Receiver.Deliveries;
        var verified = deliveries.Count(static delivery => delivery.Verdict == SignatureVerdict.Valid && delivery.Envelope is not null);
        var sent = exports.Count(static export => export.Result.Outcome == ExportOutcome.Created);
        screen.Note(sent > 0
            ? $"{sent} deliveries sent, {verified} verified by the receiver (signature, time, nonce, contract)."
            : "All of them were delivered in an earlier run; nothing was sent.");
        Promise(
            "Every delivery is signed and accepted once",
            exports.All(static export => export.Result.HasTicket) && deliveries.Length == sent && verified == sent && stage.Receiver.AcceptedExports == sent,
            $"{sent} sent, {deliveries.Length} received, {verified} verified, {stage.Receiver.AcceptedExports} accepted");
    }

    private async Task DownTrackerAsync(TicketExportDocument document, CancellationToken cancellationToken)
    {
        screen.Chapter("A tracker that is down", "Its export waits in the ledger, and a file takes the finding to people meanwhile.");
        var result = await ExportAsync("down-tracker", document, cancellationToken);
        var path = await FileOfAsync(document, result, cancellationToken);
        screen.Waiting(result, path);
        var text = await File.ReadAllTextAsync(path, cancellationToken);
        Promise(
            "A tracker that is down loses nothing",
            result is { Outcome: ExportOutcome.RetryScheduled, RetryAt: not null } && text.Contains($"{result.Fingerprint}", StringComparison.Ordinal),
            $"waits until {result.RetryAt:HH:mm:ss} UTC after {result.Attempts} attempt(s); the file carries the finding's fingerprint");
    }

    /// <summary>The portable file of a waiting export; one that an earlier run wrote still stands.</summary>
    private async Task<string> FileOfAsync(TicketExportDocument document, ExportResult result, CancellationToken cancellationToken)
    {
        var name = $"waiting-{result.ExportId}";
        var path = Path.Combine(settings.Folder, $"{name}.md");
        if (!File.Exists(path))
        {
            await stage.Portable.WriteFileAsync(PortableFormat.Markdown, name, Waiting(document, result), cancellationToken);
        }

        return path;
    }

    private async Task<ImmutableArray<Export>> ExportAllAsync(
        string target,
        ImmutableArray<TicketExportDocument> documents,
        Action<int> beforeEach,
        CancellationToken cancellationToken)
    {
        var exports = ImmutableArray.CreateBuilder<Export>(documents.Length);
        await screen.ProgressAsync($"Exporting to {target}", documents.Length, async advance =>
        {
            for (var index = 0; index < documents.Length; index++)
            {
                beforeEach(index);
                exports.Add(new Export(documents[index], await ExportAsync(target, documents[index], cancellationToken)));
                advance();
            }
        });
        return exports.DrainToImmutable();
    }

    private Task<ExportResult> ExportAsync(string target, TicketExportDocument document, CancellationToken cancellationToken) =>
        stage.Exporter.ExportAsync(
            new ExportRequest { Account = Stage.Account, TargetId = target, Document = document },
            cancellationToken);

    private static async IAsyncEnumerable<PortableTicket> Waiting(TicketExportDocument document, ExportResult result)
    {
        await Task.CompletedTask;
        yield return new PortableTicket
        {
            Account = Stage.Account,
            TargetId = result.TargetId,
            Document = document,
            DuplicateFingerprint = result.Fingerprint!.Value,
            IdempotencyKey = result.IdempotencyKey!.Value,
            ExportStatus = result.Status,
            RetryAt = result.RetryAt,
        };
    }

    private void Promise(string text, bool held, string evidence) => _promises.Add(new Promise(text, held, evidence));
}
