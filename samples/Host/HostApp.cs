using TicketExport.Signing;

namespace TicketExport.Samples.Host;

/// <summary>A product with two customers: acme keeps its tickets in Jira, globex takes them by webhook.</summary>
internal static class HostApp
{
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory, EnvironmentName = "Development" });

        // What Aspire's service defaults do to every client of a host. A create still leaves once: TicketExport takes the handler off its own clients.
        builder.Services.ConfigureHttpClientDefaults(static http => http.AddStandardResilienceHandler());
        builder.Services.AddOpenApi();
        builder.Services.AddHealthChecks().AddTicketExport();
        builder.Services.AddSingleton<DemoTrackers>().AddHostedService(static services => services.GetRequiredService<DemoTrackers>());
        builder.Services.AddTicketExport(builder.Configuration.GetSection("TicketExport"))
            .AddJira()
            .AddWebhook()
            .AddPortable()
            .UseSqlite($"Data Source={builder.Configuration["Host:Database"]}")
            .AddWorker()
            .UseTargets<CustomerTargets>()
            .UseCredentials<CustomerSecrets>()
            .UseInboundTargets<CustomerRoutes>()
            .UseSourceStatuses<EvidenceStatuses>()
            .AddEndpoints()
            .UseAuthorizer<ApiKeyAuthorizer>()
            .UseSources<EvidenceRequests>();
        builder.Services.AddTicketExportReceiver(static options =>
        {
            options.Profile = WebhookProfile.TicketSync;
            options.Secrets.Add(CustomerSecrets.Globex);
        });

        var app = builder.Build();
        app.MapTicketExport("/api/v1");
        app.MapTicketExportReceiver("/hooks/tickets", DemoTrackers.TakeAsync);
        app.MapHealthChecks("/health");
        app.MapOpenApi();
        app.MapGet("/", static () => Results.Content(ApiPage.Html, "text/html; charset=utf-8")).ExcludeFromDescription();
        return app;
    }
}
