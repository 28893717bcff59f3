using TicketExport.Contract;
using TicketExport.Rendering;

namespace TicketExport.Redaction.Internal;

/// <summary>Cleans what the other side said before it is kept, logged or shown. Masks and never blocks, because a result must be written whatever it says.</summary>
/// <remarks>
/// Takes out the target's own secrets and passages of the document always, and what the account's gate finds; leaves one line of plain text.
/// </remarks>
internal sealed class ReceivedText(Func<string, string> gate, TargetSecrets secrets, TicketExportDocument? document = null)
{
    /// <summary>The longest message that is kept, in characters.</summary>
    public const int MaxMessage = 1_000;

    /// <summary>The longest code that is kept, in characters.</summary>
    public const int MaxCode = 200;

    /// <summary>From how many characters on a passage of the document counts as repeated.</summary>
    private const int PayloadWindow = 24;

    // Far above what is kept, so that only a text made of secrets could move its end into view.
    private const int MostScanned = 16_000;

    private readonly Lazy<string[]> _payload = new(() =>
        document is null ? [] : [.. DocumentTexts.Of(document).Where(static text => text.Length >= PayloadWindow)]);

    public string Message(string text) => Clean(text, MaxMessage);

    public string? Code(string? text) => text is null ? null : Clean(text, MaxCode);

    /// <summary>Whether an id repeats a secret of the target.</summary>
    public bool HoldsSecret(string id) => secrets.IsInReference(id);

    /// <summary>An address that may be kept: without its query where that is to blame, and none at all where the rest is.</summary>
    public Uri? Address(Uri? address)
    {
        if (address is null || IsClean(address.OriginalString))
        {
            return address;
        }

        return Uri.TryCreate(address.GetLeftPart(UriPartial.Path), UriKind.Absolute, out var plain) && IsClean(plain.OriginalString) ? plain : null;
    }

    private bool IsClean(string address) => !secrets.IsInReference(address) && gate(address) == address;

    private string Clean(string text, int most)
    {
        // Cleaned first: what cannot be seen may part a secret.
        var plain = secrets.Mask(TextSanitizer.CleanLine(Cut(text, MostScanned)));
        return Cut(gate(EchoMask.Mask(plain, _payload.Value, PayloadWindow, RedactionLabels.Payload)), most);
    }

    private static string Cut(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1;
        return $"{text.AsSpan(0, end)}…";
    }
}
