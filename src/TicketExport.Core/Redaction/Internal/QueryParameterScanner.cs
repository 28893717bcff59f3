using System.Collections.Frozen;

namespace TicketExport.Redaction.Internal;

/// <summary>Secret and signed parameters of a query or fragment: <c>?token=…</c>, <c>&amp;X-Amz-Signature=…</c>.</summary>
internal sealed class QueryParameterScanner() : AnchoredScanner(Anchors(
    "token=", "key=", "keyid=", "sig=", "signature=", "secret=", "password=", "passwd=", "pwd=", "pass=", "credential=", "jwt=", "auth=", "sessionid="))
{
    private const int MostName = 40;
    private const int LeastPassword = 4;
    private const int LeastSecret = 8;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Passwords =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "password", "passwd", "pwd", "pass").GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Secrets = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "token", "access_token", "id_token", "refresh_token", "auth_token", "authtoken", "api_token", "private_token", "job_token", "oauth_token",
        "session_token", "reset_token", "x-amz-security-token", "api_key", "apikey", "api-key", "access_key", "accesskey", "secret_key",
        "subscription-key", "awsaccesskeyid", "sig", "signature", "x-amz-signature", "x-goog-signature", "oauth_signature", "x-amz-credential",
        "x-goog-credential", "secret", "client_secret", "app_secret", "jwt", "auth", "sessionid").GetAlternateLookup<ReadOnlySpan<char>>();

    protected override ScanStep Match(ReadOnlySpan<char> text, int anchor)
    {
        var equals = anchor + text[anchor..].IndexOf('=');
        var nameStart = NameStart(text, anchor);
        var least = nameStart < 0 ? 0 : LeastOf(text[nameStart..equals]);
        var start = equals + 1;
        if (least == 0)
        {
            return ScanStep.Miss(start);
        }

        var end = Runs.Until(text, start, Alphabets.ParameterEnd);
        var value = text[start..end];
        return value.Length >= least && !Runs.IsPlaceholder(value) ? ScanStep.Hit(start, end) : ScanStep.Miss(end);
    }

    private static int LeastOf(ReadOnlySpan<char> name) =>
        Passwords.Contains(name) ? LeastPassword : Secrets.Contains(name) ? LeastSecret : 0;

    /// <summary>The start of the name, or -1 when it does not follow a separator of parameters.</summary>
    private static int NameStart(ReadOnlySpan<char> text, int anchor)
    {
        var start = anchor;
        while (start > 0 && anchor - start < MostName && Alphabets.Base64Url.Contains(text[start - 1]))
        {
            start--;
        }

        var isParameter = start > 0
            && (text[start - 1] is '?' or '&' or '#' || text[..start].EndsWith("&amp;", StringComparison.OrdinalIgnoreCase));
        return isParameter ? start : -1;
    }
}
