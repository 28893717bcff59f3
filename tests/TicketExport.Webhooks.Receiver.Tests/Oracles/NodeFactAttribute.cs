namespace TicketExport.Webhooks.Receiver.Tests.Oracles;

/// <summary>A fact that runs JavaScript in Node.js; skipped, with the reason, where Node.js or a package is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NodeFactAttribute : FactAttribute
{
    public const string Variable = "TICKETEXPORT_NODE_MODULES";

    public NodeFactAttribute(string? package = null)
    {
        if (!Node.IsInstalled)
        {
            Skip = "Node.js is not installed.";
        }
        else if (package is not null && Folder is null)
        {
            Skip = $"Set {Variable} to a node_modules folder that holds '{package}' to compare with it.";
        }
        else if (package is not null && !Directory.Exists(Path.Combine(Folder!, package)))
        {
            Skip = $"{Variable} is set, but '{package}' is not in that folder.";
        }
    }

    public static string? Folder => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder ? folder : null;
}
