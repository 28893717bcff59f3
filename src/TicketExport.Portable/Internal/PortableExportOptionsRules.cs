using Microsoft.Extensions.Options;

namespace TicketExport.Portable.Internal;

internal sealed class PortableExportOptionsRules : IValidateOptions<PortableExportOptions>
{
    public ValidateOptionsResult Validate(string? name, PortableExportOptions options) =>
        options.CsvDelimiter is ',' or ';' or '\t' or '|'
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                "TicketExport:Portable:CsvDelimiter must be a comma, a semicolon, a tab or a vertical bar. Remove the setting to use the comma.");
}
