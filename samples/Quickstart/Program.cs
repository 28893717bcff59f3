using Spectre.Console;
using TicketExport.Samples.Quickstart;

return await QuickstartCommand.Create(AnsiConsole.Console).Parse(args).InvokeAsync();
