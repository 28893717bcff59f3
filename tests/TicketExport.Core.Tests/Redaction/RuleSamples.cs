using TicketExport.Redaction;

namespace TicketExport.Core.Tests.Redaction;

/// <summary>Texts that a rule must catch, the caught part between « and », and texts that it must let through.</summary>
internal static partial class RuleSamples
{
    public static IEnumerable<(string Rule, string Text)> Caught => ById.SelectMany(static rule => rule.Value.Caught.Select(text => (rule.Key, text)));

    public static IEnumerable<(string Rule, string Text)> Harmless => ById.SelectMany(static rule => rule.Value.Harmless.Select(text => (rule.Key, text)));

    public static IReadOnlyDictionary<string, (string[] Caught, string[] Harmless)> ById { get; } =
        new Dictionary<string, (string[] Caught, string[] Harmless)>(StringComparer.Ordinal)
        {
            [RedactionRules.AwsAccessKey] = (AwsCaught(), AwsHarmless()),
            [RedactionRules.GitHubToken] = (GitHubCaught(), GitHubHarmless()),
            [RedactionRules.GitLabToken] = (GitLabCaught(), GitLabHarmless()),
            [RedactionRules.SlackToken] = (SlackCaught(), SlackHarmless()),
            [RedactionRules.SlackWebhook] = (SlackWebhookCaught(), SlackWebhookHarmless()),
            [RedactionRules.StripeKey] = (StripeCaught(), StripeHarmless()),
            [RedactionRules.GoogleApiKey] = (GoogleCaught(), GoogleHarmless()),
            [RedactionRules.AtlassianToken] = (AtlassianCaught(), AtlassianHarmless()),
            [RedactionRules.AzureStorageKey] = (AzureCaught(), AzureHarmless()),
            [RedactionRules.NpmToken] = (NpmCaught(), NpmHarmless()),
            [RedactionRules.Jwt] = (JwtCaught(), JwtHarmless()),
            [RedactionRules.PrivateKeyPem] = (PemCaught(), PemHarmless()),
            [RedactionRules.UrlCredentials] = (UrlCaught(), UrlHarmless()),
            [RedactionRules.AuthorizationHeader] = (HeaderCaught(), HeaderHarmless()),
            [RedactionRules.ConnectionStringPassword] = (ConnectionCaught(), ConnectionHarmless()),
            [RedactionRules.PrivatePath] = (PathCaught(), PathHarmless()),
            [RedactionRules.EmailAddress] = (EmailCaught(), EmailHarmless()),
            [RedactionRules.PaymentCard] = (CardCaught(), CardHarmless()),
            [RedactionRules.Iban] = (IbanCaught(), IbanHarmless()),
        };

    /// <summary>One secret per rule, as it stands inside a line of text.</summary>
    public static string Canary(string rule) => Strip(ById[rule].Caught[0]);

    public static string Strip(string text) => text.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal);

    /// <summary>The contexts in which every prefixed token must be found.</summary>
    private static string[] InContexts(params string[] tokens) =>
    [
        .. tokens.Select(static token => $"«{token}»"),
        $"The log shows «{tokens[0]}».",
        $"TOKEN=«{tokens[0]}»",
        $"token: \"«{tokens[0]}»\"",
        $"{{\"token\":\"«{tokens[0]}»\",\"n\":1}}",
        $"`«{tokens[0]}»` and then «{tokens[^1]}»!",
        $"<code>«{tokens[0]}»</code>",
        $"line one\n«{tokens[0]}»\nline three",
        $"(«{tokens[0]}»)",
        $"export X='«{tokens[0]}»'; run",
        $"prüfen: «{tokens[0]}», überall",
        $"a,«{tokens[0]}»,b",
        $"MY_«{tokens[0]}»",
    ];

    /// <summary>What every prefixed token must not be mistaken for.</summary>
    private static string[] NearMisses(string prefix, string token) =>
    [
        prefix,
        $"Tokens start with {prefix} and are long.",
        token[..(prefix.Length + 6)],
        prefix + new string('x', token.Length - prefix.Length),
        prefix + new string('0', token.Length - prefix.Length),
        $"{prefix}<your-token>",
        $"{prefix}********************",
        $"{prefix}${{TOKEN}}",
        "abc" + token,
        "9" + token,
        string.Join(' ', token.Chunk(5).Select(static part => new string(part))),
        prefix[..^1] + " " + token[prefix.Length..],
    ];
}
