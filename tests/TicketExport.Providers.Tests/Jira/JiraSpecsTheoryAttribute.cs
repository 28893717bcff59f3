namespace TicketExport.Providers.Jira;

/// <summary>A theory that reads deliveries of real Jiras; skipped, with the reason, where the machine does not have them.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class JiraSpecsTheoryAttribute : TheoryAttribute
{
    private const string Variable = "TICKETEXPORT_SPECS";

    public JiraSpecsTheoryAttribute(string file)
    {
        if (Folder is null)
        {
            Skip = $"Set {Variable} to a folder with the vendors' published files to check {file}.";
        }
        else if (!File.Exists(Path.Combine(Folder, file)))
        {
            Skip = $"{Variable} is set, but {file} is not in that folder.";
        }
    }

    public static string? Folder => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder ? folder : null;
}
