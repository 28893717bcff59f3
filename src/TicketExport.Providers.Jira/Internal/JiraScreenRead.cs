using TicketExport.Http;

namespace TicketExport.Providers.Jira.Internal;

/// <summary>What asking for a create screen came to: a closed set.</summary>
internal abstract record JiraScreenRead
{
    private JiraScreenRead()
    {
    }

    /// <summary>The screen is known.</summary>
    /// <param name="Screen">The screen.</param>
    /// <param name="IsFresh">Whether Jira was asked just now.</param>
    public sealed record Found(JiraScreen Screen, bool IsFresh) : JiraScreenRead;

    /// <summary>Jira did not answer the question.</summary>
    /// <param name="Result">What the exchange came to; an answer of 2xx is one that could not be read.</param>
    public sealed record Failed(TicketHttpResult Result) : JiraScreenRead;

    /// <summary>The project has no such issue type.</summary>
    /// <param name="Fault">The fault.</param>
    public sealed record NotOffered(ProviderFault Fault) : JiraScreenRead;
}
