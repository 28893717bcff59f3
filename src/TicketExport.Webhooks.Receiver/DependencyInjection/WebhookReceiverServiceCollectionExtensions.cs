using System.Diagnostics.Metrics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using TicketExport.Webhooks.Receiver;
using TicketExport.Webhooks.Receiver.Internal;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds receivers of webhook deliveries to a host.</summary>
public static class WebhookReceiverServiceCollectionExtensions
{
    /// <summary>Adds the endpoint <c>default</c>. Safe to call twice; later settings win.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Sets the options.</param>
    public static WebhookReceiverBuilder AddTicketExportReceiver(this IServiceCollection services, Action<WebhookReceiverOptions> configure) =>
        services.AddTicketExportReceiver(WebhookReceiverDefaults.Name, configure);

    /// <summary>Adds the endpoint <c>default</c> with options from a section. Safe to call twice; later settings win.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="section">The section, such as <c>configuration.GetSection("TicketExportReceiver")</c>. A change of it holds at once.</param>
    public static WebhookReceiverBuilder AddTicketExportReceiver(this IServiceCollection services, IConfigurationSection section) =>
        services.AddTicketExportReceiver(WebhookReceiverDefaults.Name, section);

    /// <summary>Adds an endpoint. Safe to call twice; later settings win.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="name">The endpoint's name: 1 to 64 characters.</param>
    /// <param name="configure">Sets the options.</param>
    public static WebhookReceiverBuilder AddTicketExportReceiver(this IServiceCollection services, string name, Action<WebhookReceiverOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var builder = Add(services, name);
        services.Configure(name, configure);
        return builder;
    }

    /// <summary>Adds an endpoint with options from a section. Safe to call twice; later settings win.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="name">The endpoint's name: 1 to 64 characters.</param>
    /// <param name="section">The section. A change of it holds at once.</param>
    public static WebhookReceiverBuilder AddTicketExportReceiver(this IServiceCollection services, string name, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        var builder = Add(services, name);
        services.Configure<WebhookReceiverOptions>(name, section);
        return builder;
    }

    private static WebhookReceiverBuilder Add(IServiceCollection services, string name)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrEmpty(name);
        services.AddOptions<WebhookReceiverOptions>(name).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<WebhookReceiverOptions>, WebhookReceiverOptionsRules>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<INonceStore>(static _ => new InMemoryNonceStore());
        services.TryAddSingleton<IAnswerStore>(static _ => new InMemoryAnswerStore());
        services.TryAddKeyedSingleton(name, static (provider, key) => Create(provider, (string)key!));
        if (name == WebhookReceiverDefaults.Name)
        {
            services.TryAddSingleton(static provider => provider.GetRequiredKeyedService<WebhookReceiver>(WebhookReceiverDefaults.Name));
        }

        return new WebhookReceiverBuilder(services, name);
    }

    private static WebhookReceiver Create(IServiceProvider provider, string name)
    {
        var options = provider.GetRequiredService<IOptionsMonitor<WebhookReceiverOptions>>();
        return new WebhookReceiver(name, () => options.Get(name), new WebhookReceiverParts
        {
            NonceStore = provider.GetRequiredService<INonceStore>(),
            AnswerStore = provider.GetRequiredService<IAnswerStore>(),
            SecretSource = provider.GetService<IReceiverSecretSource>(),
            RateLimit = provider.GetService<IReceiverRateLimit>(),
            TimeProvider = provider.GetRequiredService<TimeProvider>(),
            LoggerFactory = provider.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance,
            MeterFactory = provider.GetService<IMeterFactory>(),
        });
    }
}
