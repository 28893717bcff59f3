using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using TicketExport;
using TicketExport.Ledger;
using TicketExport.Stores.Sqlite;
using TicketExport.Stores.Sqlite.Internal;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the SQLite ledger with TicketExport.</summary>
public static class SqliteTicketExportBuilderExtensions
{
    /// <summary>Keeps exports in a SQLite file. Replaces any other ledger; calling again changes the options only.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="connectionString">The connection string, such as <c>Data Source=data/tickets.db</c>.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static TicketExportBuilder UseSqlite(this TicketExportBuilder builder, string connectionString)
    {
        ArgumentNullException.ThrowIfNull(connectionString);
        return builder.UseSqlite(options => options.ConnectionString = connectionString);
    }

    /// <summary>
    /// Keeps exports in a SQLite file. Replaces any other ledger; calling again changes the options only. Options are read
    /// from the configuration section <c>TicketExport:Sqlite</c> first, then set by <paramref name="configure"/>, and
    /// validated when the host starts; the file is opened then, and a schema that cannot be used stops the start.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static TicketExportBuilder UseSqlite(this TicketExportBuilder builder, Action<SqliteLedgerOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        var services = builder.Services;
        services.AddOptions<SqliteLedgerOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<SqliteLedgerOptions>, SqliteLedgerOptionsSetup>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SqliteLedgerOptions>, SqliteLedgerOptionsValidator>());
        services.AddOptions<SqliteStart>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SqliteStart>, SqliteStartValidator>());
        services.Configure(configure);
        services.Configure<TicketExportOptions>(static options => options.AllowSection(SqliteLedgerDefaults.SubsectionName));
        services.TryAddSingleton(CreateLedger);
        Use<IExportLedger>(services);
        Use<IExportLedgerQueries>(services);
        Use<ILinkLedger>(services);
        Use<IDecisionLedger>(services);
        Use<IReceiptLedger>(services);
        Use<IOwnershipLedger>(services);
        Use<ISyncLedger>(services);
        Use<ITargetLedger>(services);
        Use<IRetentionLedger>(services);
        Use<INotificationLedger>(services);
        Use<ICommentLedger>(services);
        Use<ITransactionalExportLedger>(services);
        return builder;
    }

    private static void Use<TContract>(IServiceCollection services)
        where TContract : class =>
        services.Replace(ServiceDescriptor.Singleton(static provider => (TContract)(object)provider.GetRequiredService<SqliteExportLedger>()));

    private static SqliteExportLedger CreateLedger(IServiceProvider provider) => new(
        provider.GetRequiredService<IOptions<SqliteLedgerOptions>>().Value,
        provider.GetService<TimeProvider>() ?? TimeProvider.System);
}
