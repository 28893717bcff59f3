using System.Collections.Immutable;
using System.Globalization;
using TicketExport.Testing.Protocol;

namespace TicketExport.Testing.Internal;

// The tracker's tickets; its server locks around every use.
internal sealed class FakeTrackerState(FakeTrackerOptions options)
{
    private readonly TimeProvider _time = options.TimeProvider;
    private readonly bool _isIdempotent = options.IsIdempotent;

    public string KeyPrefix { get; } = options.KeyPrefix;

    public ImmutableArray<FakeTicket> Tickets { get; private set; } = [];

    public FakeTicket Commit(FakeCreateTicketRequest request, Uri baseAddress)
    {
        if (_isIdempotent && request.Marker is { } marker && Tickets.FirstOrDefault(ticket => ticket.Marker == marker) is { } first)
        {
            return first;
        }

        var id = (Tickets.Length + 1).ToString(CultureInfo.InvariantCulture);
        var ticket = new FakeTicket
        {
            Id = id,
            Key = $"{KeyPrefix}-{id}",
            Url = new Uri(baseAddress, $"tickets/{id}"),
            Title = request.Title ?? "",
            Body = request.Body ?? "",
            Marker = request.Marker,
            Labels = [.. request.Labels ?? []],
            Priority = request.Priority,
            CreatedAt = _time.GetUtcNow(),
            UpdatedAt = _time.GetUtcNow(),
        };
        Tickets = Tickets.Add(ticket);
        return ticket;
    }

    public FakeTicket? Find(string id) => Tickets.FirstOrDefault(ticket => ticket.Id == id || ticket.Key == id);

    public FakeTicket? Edit(string id, Func<FakeTicket, FakeTicket> edit)
    {
        if (Find(id) is not { } found)
        {
            return null;
        }

        var edited = edit(found) with { UpdatedAt = _time.GetUtcNow() };
        Tickets = Tickets.Replace(found, edited);
        return edited;
    }

    public FakeComment AddComment(string id, string text)
    {
        var number = Tickets.Sum(static ticket => ticket.Comments.Length) + 1;
        var comment = new FakeComment(number.ToString(CultureInfo.InvariantCulture), text, _time.GetUtcNow());
        Edit(id, ticket => ticket with { Comments = ticket.Comments.Add(comment) });
        return comment;
    }
}
