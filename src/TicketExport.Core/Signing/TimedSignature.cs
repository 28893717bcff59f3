using System.Buffers;
using System.Text;

namespace TicketExport.Signing;

/// <summary>What the signatures over two texts and a body have in common; one of the texts is the time.</summary>
internal static class TimedSignature
{
    // Visible ASCII without the full stop, which would let two different deliveries share one signed text.
    private static readonly SearchValues<char> Characters =
        SearchValues.Create([.. Enumerable.Range('!', '~' - '!' + 1).Select(static c => (char)c).Where(static c => c != '.')]);

    public static bool IsText(string text, int maximumLength) =>
        text.Length > 0 && text.Length <= maximumLength && !text.AsSpan().ContainsAnyExcept(Characters);

    /// <summary>Refuses what only a mistake of the caller can bring.</summary>
    public static void Require(IReadOnlyList<WebhookSecret> secrets, object delivery, TimeSpan tolerance)
    {
        SignatureText.CheckCount(secrets);
        ArgumentNullException.ThrowIfNull(delivery);
        ArgumentOutOfRangeException.ThrowIfLessThan(tolerance, TimeSpan.Zero);
    }

    /// <summary>Writes what is signed before the body: each text and a full stop.</summary>
    public static int WriteHead(string first, string second, Span<byte> head)
    {
        var written = Encoding.ASCII.GetBytes(first, head);
        head[written++] = (byte)'.';
        written += Encoding.ASCII.GetBytes(second, head[written..]);
        head[written++] = (byte)'.';
        return written;
    }
}
