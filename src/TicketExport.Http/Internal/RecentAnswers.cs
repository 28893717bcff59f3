namespace TicketExport.Http.Internal;

/// <summary>A bounded number of answers by key; the one that was asked for longest ago goes first.</summary>
internal sealed class RecentAnswers(int capacity)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, LinkedListNode<KeyValuePair<string, TicketHttpAnswer>>> _nodes = new(StringComparer.Ordinal);
    private readonly LinkedList<KeyValuePair<string, TicketHttpAnswer>> _order = [];

    public TicketHttpAnswer? Find(string key)
    {
        lock (_gate)
        {
            if (!_nodes.TryGetValue(key, out var node))
            {
                return null;
            }

            _order.Remove(node);
            _order.AddFirst(node);
            return node.Value.Value;
        }
    }

    public void Put(string key, TicketHttpAnswer answer)
    {
        lock (_gate)
        {
            RemoveNode(key);
            _nodes[key] = _order.AddFirst(KeyValuePair.Create(key, answer));
            if (_nodes.Count > capacity)
            {
                RemoveNode(_order.Last!.Value.Key);
            }
        }
    }

    private void RemoveNode(string key)
    {
        if (_nodes.Remove(key, out var node))
        {
            _order.Remove(node);
        }
    }
}
