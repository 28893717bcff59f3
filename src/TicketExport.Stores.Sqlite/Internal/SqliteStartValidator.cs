using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace TicketExport.Stores.Sqlite.Internal;

/// <summary>
/// Opens the file when the host starts, so that a missing folder or a wrong schema stops the start and not the first export.
/// A validator and not a hosted service, for that would need the hosting packages.
/// </summary>
internal sealed class SqliteStartValidator(IServiceProvider services) : IValidateOptions<SqliteStart>
{
    public ValidateOptionsResult Validate(string? name, SqliteStart options)
    {
        try
        {
            services.GetRequiredService<SqliteExportLedger>().EnsureReadyAsync(CancellationToken.None).GetAwaiter().GetResult();
            return ValidateOptionsResult.Success;
        }
        catch (OptionsValidationException)
        {
            // Reported by the options themselves.
            return ValidateOptionsResult.Success;
        }
        catch (TicketExportException exception)
        {
            return ValidateOptionsResult.Fail(exception.Message);
        }
    }
}
