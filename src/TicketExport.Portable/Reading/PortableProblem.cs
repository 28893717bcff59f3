namespace TicketExport.Portable.Reading;

/// <summary>One thing that is wrong in a portable file.</summary>
/// <param name="Field">
/// The column of a CSV file, with the entry of a list such as <c>evidence_links[2]</c>; the JSON path inside the ticket, such as
/// <c>$.ticket_export.title</c>, else. <c>$</c> stands for the whole ticket or file.
/// </param>
/// <param name="Rule">The broken rule: one of <see cref="Contract.ContractRules"/>.</param>
/// <param name="Message">What is wrong and what to do, in one or two sentences. Never holds the field's value.</param>
public sealed record PortableProblem(string Field, string Rule, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Field}: {Message}";
}
