using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;

namespace TicketExport.Signing;

internal static class SignatureText
{
    public const string Prefix = "sha256=";
    public const int MaximumSecrets = 5;

    private const int Length = 7 + (2 * WebhookSecret.MacBytes);
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    public static string Format(ReadOnlySpan<byte> mac) => string.Create(Length, mac, static (text, mac) =>
    {
        Prefix.CopyTo(text);
        Convert.TryToHexStringLower(mac, text[Prefix.Length..], out _);
    });

    /// <summary>Reads the one published spelling; upper-case digits and other algorithms are refused, never guessed at.</summary>
    public static bool TryRead(string text, Span<byte> mac)
    {
        if (text.Length != Length || !text.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return false;
        }

        var digits = text.AsSpan(Prefix.Length);
        return !digits.ContainsAnyExcept(Digits)
            && Convert.FromHexString(digits, mac, out _, out _) == OperationStatus.Done;
    }

    public static void CheckCount(IReadOnlyList<WebhookSecret> secrets)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        if (secrets.Count > MaximumSecrets)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"{secrets.Count} webhook secrets are live; the limit is {MaximumSecrets}. Retire the oldest."),
                nameof(secrets));
        }
    }

    /// <summary>
    /// Tries every secret on every received hash, also after a match, so that the time taken does not tell which one matched.
    /// Several received hashes stand one after the other.
    /// </summary>
    public static bool MatchesAny(
        IReadOnlyList<WebhookSecret> secrets,
        ReadOnlySpan<byte> head,
        ReadOnlySpan<byte> body,
        ReadOnlySpan<byte> received)
    {
        Span<byte> mac = stackalloc byte[WebhookSecret.MacBytes];
        var matched = false;
        for (var i = 0; i < secrets.Count; i++)
        {
            var secret = secrets[i] ?? throw new ArgumentException("A webhook secret is null.", nameof(secrets));
            secret.ComputeMac(head, body, mac);
            for (var at = 0; at < received.Length; at += WebhookSecret.MacBytes)
            {
                matched |= CryptographicOperations.FixedTimeEquals(mac, received.Slice(at, WebhookSecret.MacBytes));
            }
        }

        return matched;
    }
}
