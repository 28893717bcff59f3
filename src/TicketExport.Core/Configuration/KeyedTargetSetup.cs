using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace TicketExport.Configuration;

/// <summary>Adds the target of flat keys after the host's own targets are set, which win.</summary>
internal sealed class KeyedTargetSetup(string targetId, IConfiguration keys, IHostEnvironment? environment) : IPostConfigureOptions<TicketExportOptions>
{
    public void PostConfigure(string? name, TicketExportOptions options)
    {
        if (!options.Targets.TryGetValue(targetId, out var target))
        {
            target = new TicketTargetOptions();
            options.Targets.Add(targetId, target);
        }

        // A provider of its own makes it the host's target; settings alone complete what the keys say.
        if (string.IsNullOrWhiteSpace(target.Provider))
        {
            KeyedTarget.Apply(target, keys, isStrict: environment?.IsProduction() == true && !options.AllowMock, options.CredentialsFromConfiguration);
        }
    }
}
