using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using ParsedBlock = Markdig.Syntax.Block;
using ParsedInline = Markdig.Syntax.Inlines.Inline;

namespace TicketExport.Rendering;

// What a Markdown parser sees in a rendered body. Only the kinds of nodes that our own blocks need are known; any other is a failure.
internal sealed class MarkdownReading
{
    private MarkdownReading()
    {
    }

    public List<string> Leaves { get; } = [];

    public List<string> Links { get; } = [];

    public List<string> Strong { get; } = [];

    public List<string> Headings { get; } = [];

    public List<string> Prose { get; } = [];

    public int Tasks { get; private set; }

    public static MarkdownPipeline CommonMark { get; } = new MarkdownPipelineBuilder().Build();

    public static MarkdownPipeline Advanced { get; } = new MarkdownPipelineBuilder().UseAdvancedExtensions().Build();

    public static MarkdownReading Of(string markdown, MarkdownPipeline pipeline)
    {
        var reading = new MarkdownReading();
        foreach (var block in Markdown.Parse(markdown, pipeline))
        {
            reading.Visit(block);
        }

        return reading;
    }

    private void Visit(ParsedBlock block)
    {
        switch (block)
        {
            case HeadingBlock { Level: 2 } heading when heading.GetType() == typeof(HeadingBlock):
                Headings.Add(TextOf(heading));
                Leaves.Add(Headings[^1]);
                break;
            case ParagraphBlock paragraph:
                Leaves.Add(TextOf(paragraph));
                break;
            case FencedCodeBlock code when code.GetType() == typeof(FencedCodeBlock):
                Assert.True(string.IsNullOrEmpty(code.Info));
                Leaves.Add(code.Lines.ToString());
                break;
            case ListBlock or ListItemBlock or Table or TableRow or TableCell:
                foreach (var child in (ContainerBlock)block)
                {
                    Visit(child);
                }

                break;
            default:
                Assert.Fail($"A {block.GetType().Name} stands in the body.");
                break;
        }
    }

    private string TextOf(LeafBlock block)
    {
        var prose = new System.Text.StringBuilder();
        var text = TextOf(block.Inline!, prose).Replace("\u2060", "", StringComparison.Ordinal);
        Prose.Add(prose.ToString());
        return text;
    }

    private string TextOf(ContainerInline container, System.Text.StringBuilder prose) => string.Concat(container.Select(inline => TextOf(inline, prose)));

    private string TextOf(ParsedInline inline, System.Text.StringBuilder prose)
    {
        switch (inline)
        {
            case LiteralInline literal:
                prose.Append(literal.Content.ToString());
                return literal.Content.ToString();
            case CodeInline code:
                prose.Append('\u2423');
                return code.Content;
            case HtmlEntityInline entity:
                prose.Append(entity.Transcoded.ToString());
                return entity.Transcoded.ToString();
            case LineBreakInline { IsHard: true }:
                prose.Append('\n');
                return "\n";
            case TaskList { Checked: false }:
                Tasks++;
                return "[ ]";
            case EmphasisInline { DelimiterChar: '*', DelimiterCount: 2 } strong:
                var value = TextOf(strong, prose);
                Strong.Add(value);
                return value;
            case LinkInline { IsImage: false, IsAutoLink: false } link:
                Links.Add(link.Url!);
                return TextOf(link, prose);
            default:
                Assert.Fail($"A {inline.GetType().Name} stands in the text: {inline}");
                return "";
        }
    }
}
