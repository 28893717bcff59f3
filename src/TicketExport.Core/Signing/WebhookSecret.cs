using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace TicketExport.Signing;

/// <summary>One shared secret of a webhook. Neither <see cref="ToString"/> nor a debugger shows it.</summary>
/// <remarks>Immutable and safe for concurrent use. Keep one instance per secret: it reuses its keyed hash.</remarks>
[DebuggerDisplay("***")]
public sealed class WebhookSecret
{
    /// <summary>The fewest bytes that configuration may accept; the type itself takes shorter secrets of other systems.</summary>
    public const int MinimumBytes = 24;

    /// <summary>What a secret of Standard Webhooks starts with.</summary>
    public const string StandardWebhooksPrefix = "whsec_";

    /// <summary>The most bytes of a secret of Standard Webhooks.</summary>
    public const int StandardWebhooksMaximumBytes = 64;

    internal const int MacBytes = HMACSHA256.HashSizeInBytes;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly byte[] _bytes;

    // One idle keyed hash: setting up the key costs a quarter of a 2 KB signature, and a second caller just makes its own.
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private IncrementalHash? _idle;

    private WebhookSecret(byte[] bytes) => _bytes = bytes;

    /// <summary>The secret's length in bytes, for a check against <see cref="MinimumBytes"/>.</summary>
    public int ByteCount => _bytes.Length;

    /// <summary>Takes a secret as text; its UTF-8 bytes are the key, without any decoding.</summary>
    /// <exception cref="ArgumentException">The text is empty or holds a lone surrogate.</exception>
    public static WebhookSecret FromText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length == 0)
        {
            throw Empty(nameof(text));
        }

        try
        {
            return new(Strict.GetBytes(text));
        }
        catch (EncoderFallbackException)
        {
            // The original exception names a character of the secret.
            throw new ArgumentException("The webhook secret holds a lone surrogate, which has no UTF-8 form.", nameof(text));
        }
    }

    /// <summary>Takes a copy of a secret's bytes.</summary>
    /// <exception cref="ArgumentException">There are no bytes.</exception>
    public static WebhookSecret FromBytes(ReadOnlySpan<byte> bytes) =>
        bytes.IsEmpty ? throw Empty(nameof(bytes)) : new(bytes.ToArray());

    /// <summary>Takes a secret as Standard Webhooks writes it: <c>whsec_</c> and the base64 of at most 64 bytes.</summary>
    /// <remarks>The bytes, not the text, are the key. Only the Standard Webhooks profile reads a secret like this; it asks for 24 bytes, <see cref="MinimumBytes"/>.</remarks>
    /// <exception cref="ArgumentException">The text has another shape. The message does not repeat it.</exception>
    public static WebhookSecret FromStandardWebhooks(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Span<byte> bytes = stackalloc byte[StandardWebhooksMaximumBytes];
        if (!text.StartsWith(StandardWebhooksPrefix, StringComparison.Ordinal)
            || !Convert.TryFromBase64Chars(text.AsSpan(StandardWebhooksPrefix.Length), bytes, out var written)
            || written == 0)
        {
            throw new ArgumentException("The webhook secret is not whsec_ and the base64 of at most 64 bytes. Copy it as the other side shows it.", nameof(text));
        }

        var secret = new WebhookSecret(bytes[..written].ToArray());
        CryptographicOperations.ZeroMemory(bytes);
        return secret;
    }

    /// <inheritdoc/>
    public override string ToString() => "***";

    internal void ComputeMac(ReadOnlySpan<byte> head, ReadOnlySpan<byte> body, Span<byte> mac)
    {
        var hash = Interlocked.Exchange(ref _idle, null) ?? IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _bytes);
        try
        {
            hash.AppendData(head);
            hash.AppendData(body);
            hash.GetHashAndReset(mac);
        }
        catch
        {
            hash.Dispose();
            throw;
        }

        Interlocked.Exchange(ref _idle, hash)?.Dispose();
    }

    private static ArgumentException Empty(string parameter) => new("The webhook secret is empty. Set one of at least 24 bytes.", parameter);
}
