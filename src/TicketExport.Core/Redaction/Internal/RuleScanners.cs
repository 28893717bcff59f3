using System.Collections.Frozen;

namespace TicketExport.Redaction.Internal;

/// <summary>How each rule of this library finds its passages. Shapes and their sources: docs/concepts/redaction.md.</summary>
internal static class RuleScanners
{
    private static readonly FrozenDictionary<string, Scanner[]> ById = new Dictionary<string, Scanner[]>(StringComparer.Ordinal)
    {
        [RedactionRules.AwsAccessKey] =
        [
            new TokenScanner([.. Exact(Alphabets.UpperAlphanumeric, 16, "AKIA", "ASIA", "ABIA", "ACCA")]),
            new AssignedValueScanner(Alphabets.PaddedBase64, 40, "aws_secret_access_key", "aws_session_token", "SecretAccessKey", "SecretKey"),
        ],
        [RedactionRules.GitHubToken] =
        [
            new TokenScanner(
            [
                .. AtLeast(Alphabets.Alphanumeric, 36, "ghp_", "gho_", "ghu_", "ghr_"),
                .. AtLeast(Alphabets.Dotted, 36, "ghs_"),
                .. AtLeast(Alphabets.Word, 50, "github_pat_"),
            ]),
        ],
        [RedactionRules.GitLabToken] =
        [
            new TokenScanner(
            [
                .. AtLeast(
                    Alphabets.Dotted, 20, "glpat-", "gldt-", "glrt-", "glrtr-", "glptt-", "glft-", "glcbt-", "glimt-", "glagent-", "glsoat-", "gloas-", "glffct-"),
                .. AtLeast(Alphabets.Base64Url, 20, "GR1348941"),
            ]),
        ],
        [RedactionRules.SlackToken] =
        [
            new TokenScanner(
            [
                .. AtLeast(Alphabets.Slack, 20, "xoxe.xoxb-", "xoxe.xoxp-", "xoxa-", "xoxb-", "xoxc-", "xoxd-", "xoxe-", "xoxo-", "xoxp-", "xoxr-", "xoxs-", "xapp-", "xwfp-"),
            ]),
        ],
        [RedactionRules.SlackWebhook] =
        [
            new TokenScanner(
                StringComparison.OrdinalIgnoreCase,
                [.. AtLeast(Alphabets.Path, 20, "hooks.slack.com/services/", "hooks.slack.com/workflows/", "hooks.slack.com/triggers/")]),
        ],
        [RedactionRules.StripeKey] =
        [
            new TokenScanner(
            [
                .. AtLeast(Alphabets.Alphanumeric, 10, "sk_live_", "sk_test_", "rk_live_", "rk_test_"),
                .. AtLeast(Alphabets.PaddedBase64, 24, "whsec_"),
            ]),
        ],
        [RedactionRules.GoogleApiKey] =
        [
            new TokenScanner(
            [
                .. Exact(Alphabets.Base64Url, 35, "AIza"),
                .. AtLeast(Alphabets.Base64Url, 24, "GOCSPX-"),
                .. AtLeast(Alphabets.Base64Url, 20, "ya29."),
            ]),
        ],
        [RedactionRules.AtlassianToken] =
        [
            new TokenScanner(
            [
                .. AtLeast(Alphabets.PaddedBase64Url, 50, "ATATT3", "ATCTT3", "ATSTT3"),
                .. Exact(Alphabets.Alphanumeric, 32, "ATBB"),
            ]),
        ],
        [RedactionRules.AzureStorageKey] =
        [
            new IdentifiableKeyScanner(),
            new AssignedValueScanner(Alphabets.PaddedBase64, 40, "AccountKey", "SharedAccessKey"),
        ],
        [RedactionRules.NpmToken] = [new TokenScanner([.. AtLeast(Alphabets.Alphanumeric, 36, "npm_")])],
        [RedactionRules.Jwt] = [new JwtScanner()],
        [RedactionRules.PrivateKeyPem] = [new PemScanner()],
        [RedactionRules.UrlCredentials] = [new UserInfoScanner(), new QueryParameterScanner()],
        [RedactionRules.AuthorizationHeader] =
        [
            new AuthorizationScanner(),
            new AssignedValueScanner(Alphabets.Credentials, 8, "x-api-key", "x-auth-token", "x-gitlab-token", "private-token", "job-token", "x-amz-security-token"),
        ],
        [RedactionRules.ConnectionStringPassword] = [new ConnectionStringScanner()],
        [RedactionRules.PrivatePath] = [new ArtefactUriScanner(), new HomeFolderScanner(), new WindowsPathScanner(), new UncScanner()],
        [RedactionRules.EmailAddress] = [new EmailScanner()],
        [RedactionRules.PaymentCard] = [new PaymentCardScanner()],
        [RedactionRules.Iban] = [new IbanScanner()],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static Scanner[] Of(string ruleId) => ById[ruleId];

    private static IEnumerable<TokenShape> AtLeast(System.Buffers.SearchValues<char> alphabet, int least, params string[] prefixes) =>
        prefixes.Select(prefix => new TokenShape(prefix, alphabet, least));

    private static IEnumerable<TokenShape> Exact(System.Buffers.SearchValues<char> alphabet, int length, params string[] prefixes) =>
        prefixes.Select(prefix => new TokenShape(prefix, alphabet, length, IsExact: true));
}
