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
    private const int FrameLength = 12;
    private const int StackLimit = 512;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    public static string Compute(string version, params ReadOnlySpan<(string Name, string? Value)> fields)
    {
        var size = version.Length + 1;
        foreach (var (name, value) in fields)
        {
            size = checked(size + FrameLength + CountBytes(value, name));
        }

        if (size <= StackLimit)
        {
            return Compute(version, fields, stackalloc byte[StackLimit]);
        }

        var rented = ArrayPool<byte>.Shared.Rent(size);
        try
        {
            return Compute(version, fields, rented);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    public static bool IsHash(string? value) =>
        value is { Length: HashLength } && !value.AsSpan().ContainsAnyExcept(Digits);

    /// <summary>Refuses a lone surrogate: UTF-8 has no form for it, and replacing it would make two texts one.</summary>
    public static int CountBytes(string? value, string name)
    {
        try
        {
            return value is null ? 0 : Strict.GetByteCount(value);
        }
        catch (EncoderFallbackException exception)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"The {name} holds a lone surrogate at index {exception.Index}, which has no UTF-8 form."),
                exception);
        }
    }

    private static string Compute(string version, ReadOnlySpan<(string Name, string? Value)> fields, Span<byte> buffer)
    {
        var written = Strict.GetBytes(version, buffer);
        buffer[written++] = (byte)'\n';
        foreach (var (_, value) in fields)
        {
            written += WriteField(value, buffer[written..]);
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(buffer[..written], hash);
        return Convert.ToHexStringLower(hash);
    }

    private static int WriteField(string? field, Span<byte> target)
    {
        if (field is null)
        {
            "-,"u8.CopyTo(target);
            return 2;
        }

        Strict.GetByteCount(field).TryFormat(target, out var written, default, CultureInfo.InvariantCulture);
        target[written++] = (byte)':';
        written += Strict.GetBytes(field, target[written..]);
        target[written++] = (byte)',';
        return written;
    }
}
