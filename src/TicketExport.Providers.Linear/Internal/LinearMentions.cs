using System.Collections.Immutable;
using TicketExport.Rendering;

namespace TicketExport.Providers.Linear.Internal;

/// <summary>Keeps a link into Linear from becoming a mention, which would notify somebody: it is shown as code instead.</summary>
internal static class LinearMentions
{
    private const string Host = "linear.app";

    public static TicketBody Disarm(TicketBody body) =>
        new([.. body.Sections.Select(static section => section with { Blocks = [.. section.Blocks.Select(Disarm)] })]);

    private static Block Disarm(Block block) => block switch
    {
        Block.Paragraph(var content) => new Block.Paragraph(Disarm(content)),
        Block.ItemList(var style, var items) => new Block.ItemList(style, [.. items.Select(static item => item with { Content = Disarm(item.Content) })]),
        Block.Table(var header, var rows) => new Block.Table(header, [.. rows.Select(static row => row.Select(Disarm).ToImmutableArray())]),
        _ => block,
    };

    private static ImmutableArray<Inline> Disarm(ImmutableArray<Inline> content) => [.. content.SelectMany(Disarm)];

    private static IEnumerable<Inline> Disarm(Inline inline) =>
        inline is Inline.Link(var label, var url) && IsLinear(url)
            ? [new Inline.Text(label.Length == 0 ? "" : $"{label} "), new Inline.CodeSpan(url)]
            : [inline];

    private static bool IsLinear(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && (address.Host.Equals(Host, StringComparison.OrdinalIgnoreCase) || address.Host.EndsWith($".{Host}", StringComparison.OrdinalIgnoreCase));
}
