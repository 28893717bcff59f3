using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TicketExport.Identity;

/// <summary>
/// SHA-256 over a version and fields that cannot run into each other: each field is its length in UTF-8 bytes, a colon, the
/// bytes and a comma; an absent field is <c>-,</c>. The published vectors in docs/concepts/identity.md fix the bytes.
/// </summary>
internal static class FieldHash
{
    private const int HashLength = 64;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    public static string Compute(string version, params ReadOnlySpan<string?> fields)
    {
        var size = version.Length + 1;
        foreach (var field in fields)
        {
            size += field is null ? 2 : Strict.GetByteCount(field) + 13;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(size);
        try
        {
            var written = Strict.GetBytes(version, buffer);
            buffer[written++] = (byte)'\n';
            foreach (var field in fields)
            {
                written += WriteField(field, buffer.AsSpan(written));
            }

            return Convert.ToHexStringLower(SHA256.HashData(buffer.AsSpan(0, written)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public static bool IsHash(string? value) =>
        value is { Length: HashLength } && !value.AsSpan().ContainsAnyExcept(Digits);

    private static int WriteField(string? field, Span<byte> target)
    {
        if (field is null)
        {
            "-,"u8.CopyTo(target);
            return 2;
        }

        var length = Strict.GetByteCount(field);
        length.TryFormat(target, out var written, default, CultureInfo.InvariantCulture);
        target[written++] = (byte)':';
        written += Strict.GetBytes(field, target[written..]);
        target[written++] = (byte)',';
        return written;
    }
}
