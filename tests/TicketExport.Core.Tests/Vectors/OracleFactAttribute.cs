namespace TicketExport.Core.Tests.Vectors;

/// <summary>A fact that asks a Node.js package for a second opinion; skipped, with the reason, where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OracleFactAttribute : FactAttribute
{
    public const string Variable = "TICKETEXPORT_NODE_MODULES";

    public OracleFactAttribute(string package)
    {
        if (Folder is null)
        {
            Skip = $"Set {Variable} to a node_modules folder that holds '{package}' to compare with it.";
        }
        else if (!Directory.Exists(Path.Combine(Folder, package)))
        {
            Skip = $"{Variable} is set, but '{package}' is not in that folder.";
        }
    }

    public static string? Folder => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder ? folder : null;
}
