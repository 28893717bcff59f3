using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using TicketExport.Rendering;

namespace TicketExport.Redaction.Internal;

/// <summary>The secrets of one target in every form in which an answer may repeat them. Masks them whatever the rules of the gate say.</summary>
internal sealed class TargetSecrets
{
    // Shorter values would take common words out of every text; nobody can call them secret.
    private const int LeastSecret = 4;

    // In a text of the host's own, a short value is a user's or an account's name.
    private const int LeastInOutgoing = 8;
    private const int LeastPath = 8;

    // A name of an account or a user may well be part of a ticket's key or address.
    private const int LeastInReference = 16;
    private const int Window = 12;

    private readonly TicketCredential _credential;
    private readonly Lazy<string[]> _secrets;
    private readonly string[] _address;

    public TargetSecrets(TicketTarget target, TicketCredential credential)
    {
        _credential = credential;
        _secrets = new(() => [.. FormsOf(target, credential).Where(static form => form.Length >= LeastSecret).Distinct(StringComparer.OrdinalIgnoreCase)]);
        _address = target.BaseUrl is { IsAbsoluteUri: true } url ? [.. PathsOf(url)] : [];
    }

    /// <summary>Whether a ticket's id or address repeats a value of the credential, one too long to be there by chance.</summary>
    public bool IsInReference(string text) => _credential.Values.Any(value =>
        value.Length >= LeastInReference
        && (text.Contains(value, StringComparison.OrdinalIgnoreCase) || text.Contains(Uri.EscapeDataString(value), StringComparison.OrdinalIgnoreCase)));

    /// <summary>A text of the host's without the credential's values.</summary>
    public string MaskOutgoing(string text) =>
        EchoMask.Mask(text, _secrets.Value.Where(static form => form.Length >= LeastInOutgoing), Window, RedactionLabels.Credential);

    /// <summary>A text of the other side without the credential's values and without the path of the target's address.</summary>
    public string Mask(string text) =>
        EchoMask.Mask(EchoMask.Mask(text, _secrets.Value, Window, RedactionLabels.Credential), _address, Window, RedactionLabels.TargetAddress);

    private static IEnumerable<string> FormsOf(TicketTarget target, TicketCredential credential)
    {
        string[] values = [.. credential.Values, .. UserInfoOf(target.BaseUrl)];
        return values
            .Concat(values.SelectMany(static value => value.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
            .Concat(PairsOf(values, target))
            .SelectMany(static value => new[]
            {
                value,
                TextSanitizer.CleanLine(value),
                Uri.EscapeDataString(value),
                JavaScriptEncoder.Default.Encode(value),
                JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(value),
                HtmlEncoder.Default.Encode(value),
                WebUtility.HtmlEncode(value),
                Base64Of(value),
            });
    }

    // What a Basic header holds: two values around a colon, one of which may be empty or a setting such as a user's name.
    private static IEnumerable<string> PairsOf(string[] values, TicketTarget target)
    {
        string[] others = ["", .. values, .. target.Settings.Values];
        return values.SelectMany(value => others.SelectMany(other => new[] { $"{value}:{other}", $"{other}:{value}" })).Select(Base64Of);
    }

    private static IEnumerable<string> UserInfoOf(Uri? url) =>
        url is { IsAbsoluteUri: true, UserInfo.Length: > 0 } ? url.UserInfo.Split(':').Select(Uri.UnescapeDataString) : [];

    private static IEnumerable<string> PathsOf(Uri url) =>
        new[] { url.PathAndQuery.TrimEnd('/'), Uri.UnescapeDataString(url.PathAndQuery).TrimEnd('/') }.Where(static path => path.Length >= LeastPath);

    // The last digits depend on what follows the value, and are left out.
    private static string Base64Of(string value) => Convert.ToBase64String(Encoding.UTF8.GetBytes(value)).TrimEnd('=');
}
