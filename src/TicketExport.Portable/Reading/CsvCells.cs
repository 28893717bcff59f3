using System.Globalization;
using System.Text;
using System.Text.Unicode;
using CsvHelper;
using TicketExport.Contract;
using TicketExport.Portable.Internal;

namespace TicketExport.Portable.Reading;

/// <summary>The cells of one row by their columns, without the formula guard.</summary>
internal sealed class CsvCells(CsvReader reader, CsvHeader header, ProblemList problems)
{
    /// <summary>A cell's text; empty where there is none.</summary>
    public string Text(string column)
    {
        if (header.PlaceOf(column) is not { } place)
        {
            return "";
        }

        var bytes = reader.GetSpan(place);
        if (!Utf8.IsValid(bytes))
        {
            problems.Add(FileProblems.NotUtf8 with { Field = column });
            return "";
        }

        return FormulaGuard.Remove(Encoding.UTF8.GetString(bytes));
    }

    public string? Optional(string column) => Text(column) is { Length: > 0 } text ? text : null;

    public string? Nullable(string column) => CsvText.ReadNullable(Text(column));

    public List<string?> List(string column) => CsvText.Split(Text(column));

    /// <summary>A list of single lines. Spreadsheets may end the lines in a cell with a carriage return as well.</summary>
    public List<string?> LineList(string column) => List(column).ConvertAll(static line => line?.TrimEnd('\r'));

    /// <summary>A list that has one value for each of another.</summary>
    public List<string?> Beside(string column, List<string?> values, int count)
    {
        if (count == 1 && values.Count == 0)
        {
            return [null];
        }

        if (values.Count != count)
        {
            problems.Add(
                column,
                ContractRules.Conflict,
                string.Create(CultureInfo.InvariantCulture, $"Has {values.Count} line(s) where the list beside it has {count}. Give one line for each of its values, empty where there is none."));
            return [.. Enumerable.Repeat<string?>(null, count)];
        }

        return values;
    }
}
