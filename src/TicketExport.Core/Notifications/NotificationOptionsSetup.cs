using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace TicketExport.Notifications;

// Configuration comes first and code has the last word; a program without configuration is fine as well.
internal sealed class NotificationOptionsSetup(IServiceProvider services) : IConfigureOptions<NotificationOptions>
{
    public void Configure(NotificationOptions options) =>
        services.GetService<IConfiguration>()?.GetSection(NotificationOptions.SectionName).Bind(options);
}
