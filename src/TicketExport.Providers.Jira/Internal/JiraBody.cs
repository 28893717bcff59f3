using System.Collections.Immutable;
using System.Text.Json.Nodes;
using TicketExport.Rendering;

namespace TicketExport.Providers.Jira.Internal;

/// <summary>Writes texts in the markup of the target's Jira: the Atlassian Document Format, or wiki markup at a Data Center. Pure.</summary>
internal static class JiraBody
{
    private static readonly RenderOptions Options = new() { Limit = new(JiraDefaults.MaxTextLength, TextUnit.Utf16) };

    public static JsonNode Of(TicketBody body, JiraDeployment deployment) => deployment == JiraDeployment.Cloud
        ? JsonNode.Parse(AdfRenderer.Render(body, Options).Text)!
        : JsonValue.Create(JiraWikiRenderer.Render(body, Options).Text);

    /// <summary>Plain text; blank lines separate paragraphs, single line breaks stay.</summary>
    public static JsonNode OfText(string text, JiraDeployment deployment)
    {
        ImmutableArray<Block> paragraphs =
        [
            .. text.ReplaceLineEndings("\n")
                .Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
                .Select(static paragraph => new Block.Paragraph([new Inline.Text(paragraph)])),
        ];
        return Of(new TicketBody([new BodySection("text", "", paragraphs)]), deployment);
    }
}
