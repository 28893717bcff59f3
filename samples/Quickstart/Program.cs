using Spectre.Console;
using TicketExport.Samples.Quickstart.Sarif;

var path = args is [{ } given, ..] ? given : Path.Combine(AppContext.BaseDirectory, "sample-input", "nodegoat-eslint.sarif");
try
{
    var report = await SarifReader.ReadFileAsync(path, CancellationToken.None);
    var table = new Table().AddColumns("record", "severity", "title", "where");
    foreach (var finding in report.Findings)
    {
        var document = SarifTicketMapper.Map(finding);
        table.AddRow(
            new Text(document.Source.RecordId), new Text($"{document.Source.Severity}"), new Text(document.Title), new Text(finding.Place.Words));
    }

    AnsiConsole.Write(table);
    AnsiConsole.WriteLine($"{report.Name}: {report.ResultCount} results, {report.Findings.Length} documents.");
    return 0;
}
catch (SarifException exception)
{
    Console.Error.WriteLine(exception.Message);
    return 1;
}
