using System.Globalization;
using TicketExport.Contract;

namespace TicketExport.Portable.Reading;

/// <summary>The faults of a file as a whole, each with its fix.</summary>
internal static class FileProblems
{
    public static readonly PortableProblem NotUtf8 = new("$", ContractRules.Text, "Is not UTF-8. Save the file as UTF-8; a spreadsheet calls that \"CSV UTF-8\".");

    public static readonly PortableProblem Empty = new("$", ContractRules.Required, "The file is empty. Give a file that this library wrote.");

    public static readonly PortableProblem NotJson =
        new("$", ContractRules.Json, "Is not well-formed JSON from here on, or nests deeper than a portable file does. Repair the JSON, or write the file again.");

    public static readonly PortableProblem NotAnObject = new("$", ContractRules.Type, "Is not a JSON object. Give a ticket as this library writes it.");

    public static readonly PortableProblem OpenBlock =
        new("$", ContractRules.Json, "The block for machines of this ticket has no end. Write the file again; a block ends with a line of three backticks.");

    public static readonly PortableProblem NoBlock =
        new("$", ContractRules.Required, "The file holds no block for machines: a heading \"## Export\" with a json block below it. Give a file that this library wrote.");

    public static readonly PortableProblem BrokenQuotes =
        new("$", ContractRules.Pattern, "A field of this row has text after its closing quote, a quote inside it, or no closing quote. Quote the field and double the quotes in it.");

    public static readonly PortableProblem SecondTickets =
        new("$.tickets", ContractRules.Duplicate, "Occurs more than once in the envelope. Give it once.");

    public static PortableProblem Version(string field) => new(
        field, ContractRules.Version, $"Is not a version that this library reads. It must be '{PortableExportContract.Version}'.");

    public static PortableProblem TooLong(int limit) =>
        new("$", ContractRules.MaxBytes, string.Create(CultureInfo.InvariantCulture, $"Has more than {limit} bytes. Split it, or raise PortableReadOptions.MaxRecordBytes."));

    public static PortableProblem FileTooLong(long limit) => new(
        "$", ContractRules.MaxBytes, string.Create(CultureInfo.InvariantCulture, $"The file has more than {limit} bytes. Split it, or raise PortableReadOptions.MaxBytes."));
}
