using TicketExport.Samples.Host;

await using var app = HostApp.Build(args);
await app.RunAsync();
