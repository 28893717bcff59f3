using System.Globalization;
using System.Runtime.CompilerServices;
using TicketExport.Redaction;

namespace TicketExport.Portable.Internal;

/// <summary>The redaction gate before a portable file: lets each ticket through as its account's gate left it, and stops at one that must not leave.</summary>
/// <remarks>Serves one file. Keeps the gates it has met, one per account, to judge the file's name at the end.</remarks>
internal sealed class TicketScreen(IRedactionGateSource gates)
{
    private const int MostFieldsInMessage = 20;

    private readonly HashSet<IRedactionGate> _met = [];

    /// <summary>Gives the tickets on, before any byte of them is written.</summary>
    /// <exception cref="TicketExportException">A ticket holds what must not leave; the message names the ticket, the fields and the rules.</exception>
    public async IAsyncEnumerable<PortableTicket> ScreenAsync(
        IAsyncEnumerable<PortableTicket> tickets, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var number = 0L;
        await foreach (var ticket in tickets.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            number++;
            var gate = await gates.GetAsync(ticket.Account.Id, cancellationToken).ConfigureAwait(false);
            _met.Add(gate);
            var verdict = gate.Inspect(ticket.Document);
            yield return verdict.Document is { } document
                ? ticket with { Document = document }
                : throw Unsafe($"{NameOf(ticket, number, verdict)} holds what must not leave", verdict.Findings);
        }
    }

    /// <summary>Refuses a name of a file that a gate of one of its tickets catches something in. Never masked: it would be another name.</summary>
    public void ThrowIfUnsafe(string fileName)
    {
        foreach (var verdict in _met.Select(gate => gate.Inspect("name", fileName)).Where(static verdict => !verdict.Findings.IsEmpty))
        {
            throw Unsafe("The name of the file holds what must not leave", verdict.Findings);
        }
    }

    /// <summary>The exception for what a gate stopped; its message names fields and rules, and never the text.</summary>
    public static TicketExportException Unsafe(string what, IReadOnlyCollection<RedactionFinding> findings)
    {
        var fields = string.Join(", ", findings.Take(MostFieldsInMessage).Select(static finding => $"{finding.Path} ({finding.RuleId})"));
        return new($"{ExportCodes.UnsafeContent}: {what}, in {findings.Count} place(s): {fields}. Remove it, or set TicketExport:Redaction:Mode to Mask to write labels in its place; ids, fingerprints and names of files are never masked.")
        {
            Code = ExportCodes.UnsafeContent,
        };
    }

    // The source's id is a part of the message only where it is not the very thing that was found.
    private static string NameOf(PortableTicket ticket, long number, RedactionVerdict verdict)
    {
        var source = ticket.Document.Source;
        var isNamed = !verdict.Findings.Any(static finding => finding.Path is "$.source.type" or "$.source.record_id");
        return string.Create(CultureInfo.InvariantCulture, $"Ticket {number}{(isNamed ? $" ({source.Type} {source.RecordId})" : "")}");
    }
}
