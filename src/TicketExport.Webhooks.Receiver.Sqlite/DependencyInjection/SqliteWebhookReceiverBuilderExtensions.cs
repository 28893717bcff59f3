using Microsoft.Extensions.DependencyInjection.Extensions;
using TicketExport.Webhooks.Receiver;
using TicketExport.Webhooks.Receiver.Sqlite;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Keeps what receivers remember in a SQLite file.</summary>
public static class SqliteWebhookReceiverBuilderExtensions
{
    /// <summary>Keeps nonces and answers of all endpoints of this host in a SQLite file. Replaces any other store.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="connectionString">The connection string, such as <c>Data Source=data/receiver.db</c>.</param>
    /// <exception cref="ArgumentException">The connection string is not valid, or names no file.</exception>
    public static WebhookReceiverBuilder UseSqlite(this WebhookReceiverBuilder builder, string connectionString)
    {
        ArgumentNullException.ThrowIfNull(builder);
        new SqliteReceiverStore(connectionString).Dispose();
        builder.Services.Replace(ServiceDescriptor.Singleton(_ => new SqliteReceiverStore(connectionString)));
        builder.Services.Replace(ServiceDescriptor.Singleton<INonceStore>(static provider => provider.GetRequiredService<SqliteReceiverStore>()));
        builder.Services.Replace(ServiceDescriptor.Singleton<IAnswerStore>(static provider => provider.GetRequiredService<SqliteReceiverStore>()));
        return builder;
    }
}
