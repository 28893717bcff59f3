using System.Buffers;

namespace TicketExport.Redaction.Internal;

/// <summary>The characters that values of a kind are made of.</summary>
internal static class Alphabets
{
    private const string Alphanumerics = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    public static readonly SearchValues<char> Alphanumeric = SearchValues.Create(Alphanumerics);
    public static readonly SearchValues<char> UpperAlphanumeric = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    public static readonly SearchValues<char> Word = SearchValues.Create(Alphanumerics + "_");
    public static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");
    public static readonly SearchValues<char> Base64 = SearchValues.Create(Alphanumerics + "+/");
    public static readonly SearchValues<char> PaddedBase64 = SearchValues.Create(Alphanumerics + "+/=");
    public static readonly SearchValues<char> Base64Url = SearchValues.Create(Alphanumerics + "-_");
    public static readonly SearchValues<char> PaddedBase64Url = SearchValues.Create(Alphanumerics + "-_=");
    public static readonly SearchValues<char> Dotted = SearchValues.Create(Alphanumerics + "-_.");
    public static readonly SearchValues<char> Path = SearchValues.Create(Alphanumerics + "-_/");
    public static readonly SearchValues<char> Slack = SearchValues.Create(Alphanumerics + "-%+/=");

    /// <summary>RFC 6750 <c>b64token</c> with what other schemes put into theirs.</summary>
    public static readonly SearchValues<char> Credentials = SearchValues.Create(Alphanumerics + "-._~+/=:%");

    /// <summary>What ends an address or a path in running text.</summary>
    public static readonly SearchValues<char> AddressEnd = SearchValues.Create(" \t\r\n\f\v\"'`<>|\u00A0\u2028\u2029");
    public static readonly SearchValues<char> LineEnd = SearchValues.Create("\r\n\u2028\u2029");
    public static readonly SearchValues<char> AuthorityEnd = SearchValues.Create("/?# \t\r\n\f\v\"'`<>\\|\u00A0\u2028\u2029");
    public static readonly SearchValues<char> ParameterEnd = SearchValues.Create("&?#; \t\r\n\f\v\"'`<>|,)]}\u00A0\u2028\u2029");
}
