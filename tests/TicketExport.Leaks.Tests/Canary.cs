using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;

namespace TicketExport.Leaks.Tests;

/// <summary>A secret that a test plants and that must turn up nowhere, in no form. Random, so that it cannot be anywhere by chance.</summary>
internal sealed class Canary
{
    private readonly byte[][] _forms;

    private Canary(string name, string value)
    {
        (Name, Value) = (name, value);
        var utf8 = Encoding.UTF8.GetBytes(value);
        string[] texts =
        [
            value,
            value.ToUpperInvariant(),
            value.ToLowerInvariant(),
            Uri.EscapeDataString(value),
            JavaScriptEncoder.Default.Encode(value),
            WebUtility.HtmlEncode(value),
            Convert.ToHexString(utf8),
            Convert.ToHexStringLower(utf8),
            .. Base64Of(utf8),
        ];
        _forms = [.. texts.Distinct(StringComparer.Ordinal).SelectMany(static text => new[] { Encoding.UTF8.GetBytes(text), Encoding.Unicode.GetBytes(text) })];
    }

    public string Name { get; }

    public string Value { get; }

    /// <summary>A secret without a shape that any rule knows.</summary>
    public static Canary Shapeless(string name) => new(name, $"canary/{RandomNumberGenerator.GetHexString(12)} of+{RandomNumberGenerator.GetHexString(12)}");

    /// <summary>A secret that can stand in a header, a path or a query.</summary>
    public static Canary Visible(string name) => new(name, $"canary{RandomNumberGenerator.GetHexString(32, lowercase: true)}");

    /// <summary>A secret whose shape a rule knows.</summary>
    public static Canary GitHubToken(string name) => new(name, string.Concat("gh", "p_", RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", 36)));

    /// <summary>A secret that the host or another class chose.</summary>
    public static Canary Of(string name, string value) => new(name, value);

    public bool IsIn(ReadOnlySpan<byte> bytes)
    {
        foreach (var form in _forms)
        {
            if (bytes.IndexOf(form) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    // Inside another text the digits depend on where the value begins; those in the middle do not depend on its neighbours.
    private static IEnumerable<string> Base64Of(byte[] utf8) => Enumerable.Range(0, 3).Select(offset =>
    {
        var whole = Convert.ToBase64String([.. new byte[offset], .. utf8]);
        var first = offset == 0 ? 0 : 4;
        return whole[first..(whole.Length / 4 * 4 - 4)];
    });
}
