namespace TicketExport.Providers.GitHub;

/// <summary>A theory over GitHub's published example payloads; skipped, with the reason, where the machine does not have them.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PublishedGitHubTheoryAttribute : TheoryAttribute
{
    private const string Variable = "TICKETEXPORT_SPECS";
    private const string FileName = "github/webhook-examples.issues.json";

    public PublishedGitHubTheoryAttribute()
    {
        if (!File.Exists(Examples))
        {
            Skip = $"Set {Variable} to a folder with the vendors' published files to check {FileName}.";
        }
    }

    public static string Examples => Path.Combine(Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder ? folder : ".", FileName);
}
