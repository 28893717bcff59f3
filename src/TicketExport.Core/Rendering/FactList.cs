using System.Collections.Immutable;
using TicketExport.Contract;

namespace TicketExport.Rendering;

// A bullet list of named facts. Facts without a value are left out. Ids, addresses and labels stand as code, so that they stay dead
// and are copied as they are.
internal sealed class FactList
{
    private readonly ImmutableArray<ListItem>.Builder _items = ImmutableArray.CreateBuilder<ListItem>();

    public void AddText(string name, string? value)
    {
        var line = TextSanitizer.CleanLine(value);
        if (!string.IsNullOrWhiteSpace(line))
        {
            Add(name, [new Inline.Text(line)]);
        }
    }

    public void AddCode(string name, string? value) => AddCode(name, value is null ? [] : [value]);

    public void AddCode(string name, ImmutableArray<string> values)
    {
        var content = ImmutableArray.CreateBuilder<Inline>();
        foreach (var value in values)
        {
            var line = TextSanitizer.CleanLine(value);
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            if (content.Count > 0)
            {
                content.Add(new Inline.Text(", "));
            }

            content.Add(new Inline.CodeSpan(line));
        }

        if (content.Count > 0)
        {
            Add(name, content.DrainToImmutable());
        }
    }

    public void AddTicket(string name, ExternalTicketReference ticket)
    {
        var key = ticket.ExternalKey ?? ticket.ExternalId;
        Inline reference = ticket.Url is null ? new Inline.CodeSpan(key) : new Inline.Link(key, ticket.Url);
        Add(name, [new Inline.Text(ticket.ProviderKey + " "), reference]);
    }

    public ImmutableArray<Block> ToBlocks() =>
        _items.Count == 0 ? [] : [new Block.ItemList(ListStyle.Bullets, _items.DrainToImmutable())];

    private void Add(string name, ImmutableArray<Inline> value) =>
        _items.Add(new([new Inline.Strong(name), new Inline.Text(": "), .. value]));
}
