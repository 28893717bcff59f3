namespace TicketExport.Contract;

/// <summary>One field that breaks the contract.</summary>
/// <param name="Path">The field's JSON path, such as <c>$.evidence_links[2].url</c>.</param>
/// <param name="Rule">The broken rule, such as <c>required</c>, <c>max_length</c> or <c>one_of</c>.</param>
/// <param name="Message">What is wrong and what is allowed, in one sentence. Never holds the field's value.</param>
public sealed record ContractViolation(string Path, string Rule, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Path}: {Message}";
}
