namespace TicketExport.Rendering;

/// <summary>The names of the sections that a body may have, in the order in which they stand.</summary>
public static class SectionNames
{
    /// <summary>What is wrong.</summary>
    public const string Summary = "summary";

    /// <summary>Severity, priority, category, affected address and the like.</summary>
    public const string Details = "details";

    /// <summary>What it means for the business.</summary>
    public const string BusinessImpact = "business_impact";

    /// <summary>Steps that show the finding.</summary>
    public const string ReproductionSteps = "reproduction_steps";

    /// <summary>Links to evidence.</summary>
    public const string Evidence = "evidence";

    /// <summary>A snippet that shows the fix.</summary>
    public const string Remediation = "remediation";

    /// <summary>Conditions under which the work counts as done.</summary>
    public const string AcceptanceCriteria = "acceptance_criteria";

    /// <summary>Where the finding comes from: type and id of the source, and its report.</summary>
    public const string Source = "source";

    /// <summary>Text without a heading, such as a comment; never in the body of a ticket.</summary>
    public const string Text = "text";
}
