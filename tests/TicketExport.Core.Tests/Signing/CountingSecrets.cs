using System.Collections;
using System.Globalization;
using TicketExport.Signing;

namespace TicketExport.Core.Tests.Signing;

/// <summary>Live secrets that know how often each of them was taken.</summary>
internal sealed class CountingSecrets(int count) : IReadOnlyList<WebhookSecret>
{
    private readonly WebhookSecret[] _secrets =
        [.. Enumerable.Range(0, count).Select(i => WebhookSecret.FromText("secret-" + i.ToString(CultureInfo.InvariantCulture)))];

    public int Count => count;

    public int[] Reads { get; } = new int[count];

    public WebhookSecret this[int index]
    {
        get
        {
            Reads[index]++;
            return _secrets[index];
        }
    }

    public WebhookSecret Peek(int index) => _secrets[index];

    public IEnumerator<WebhookSecret> GetEnumerator()
    {
        for (var i = 0; i < count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
