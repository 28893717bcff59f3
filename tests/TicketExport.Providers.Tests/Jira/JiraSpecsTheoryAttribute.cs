using TicketExport.Providers.Tests.Specifications;

namespace TicketExport.Providers.Jira;

/// <summary>A theory that reads deliveries of real Jiras; skipped, with the reason, where the machine does not have them.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class JiraSpecsTheoryAttribute : TheoryAttribute
{
    public JiraSpecsTheoryAttribute(string file) => Skip = SpecsFolder.WhyNot(file);
}
