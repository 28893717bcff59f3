using System.Collections.Immutable;

namespace TicketExport.Redaction;

/// <summary>The ids of the rules of this library, and what each catches. docs/concepts/redaction.md gives the shapes and their sources.</summary>
public static class RedactionRules
{
    /// <summary>AWS access key ids, and secret access keys next to their name.</summary>
    public const string AwsAccessKey = "aws_access_key";

    /// <summary>GitHub tokens of every prefix.</summary>
    public const string GitHubToken = "github_token";

    /// <summary>GitLab tokens of every prefix.</summary>
    public const string GitLabToken = "gitlab_token";

    /// <summary>Slack tokens of every prefix.</summary>
    public const string SlackToken = "slack_token";

    /// <summary>Addresses of Slack's incoming webhooks.</summary>
    public const string SlackWebhook = "slack_webhook";

    /// <summary>Stripe secret keys, restricted keys and webhook secrets.</summary>
    public const string StripeKey = "stripe_key";

    /// <summary>Google API keys, OAuth client secrets and access tokens.</summary>
    public const string GoogleApiKey = "google_api_key";

    /// <summary>Atlassian API tokens, access tokens and app passwords.</summary>
    public const string AtlassianToken = "atlassian_token";

    /// <summary>Keys of Azure storage and its kin.</summary>
    public const string AzureStorageKey = "azure_storage_key";

    /// <summary>npm access tokens.</summary>
    public const string NpmToken = "npm_token";

    /// <summary>JSON Web Tokens, signed or encrypted.</summary>
    public const string Jwt = "jwt";

    /// <summary>Private keys in PEM.</summary>
    public const string PrivateKeyPem = "private_key_pem";

    /// <summary>User and password, or a secret or signed query parameter, in an address.</summary>
    public const string UrlCredentials = "url_credentials";

    /// <summary>Credentials of an <c>Authorization</c> header and of its kin.</summary>
    public const string AuthorizationHeader = "authorization_header";

    /// <summary>The password of a connection string.</summary>
    public const string ConnectionStringPassword = "connection_string_password";

    /// <summary>Folders of a person, shares, and addresses of private storage.</summary>
    public const string PrivatePath = "private_path";

    /// <summary>E-mail addresses. Optional.</summary>
    public const string EmailAddress = "email_address";

    /// <summary>Payment card numbers with a good check digit. Optional.</summary>
    public const string PaymentCard = "payment_card";

    /// <summary>IBANs with good check digits. Optional.</summary>
    public const string Iban = "iban";

    /// <summary>All rules of this library, in the order in which they are applied.</summary>
    public static ImmutableArray<RedactionRule> All { get; } =
    [
        Credential(AwsAccessKey, "AWS access key"),
        Credential(GitHubToken, "GitHub token"),
        Credential(GitLabToken, "GitLab token"),
        Credential(SlackToken, "Slack token"),
        Credential(SlackWebhook, "Slack webhook address"),
        Credential(StripeKey, "Stripe secret key"),
        Credential(GoogleApiKey, "Google key or token"),
        Credential(AtlassianToken, "Atlassian token"),
        Credential(AzureStorageKey, "Azure storage key"),
        Credential(NpmToken, "npm token"),
        Credential(Jwt, "JSON Web Token"),
        Credential(PrivateKeyPem, "private key"),
        Credential(UrlCredentials, "credentials in an address"),
        Credential(AuthorizationHeader, "credentials of a header"),
        Credential(ConnectionStringPassword, "password of a connection string"),
        new(PrivatePath, "path to a private artefact", RedactionKind.PrivatePath, IsOptional: false),
        PersonalData(EmailAddress, "e-mail address"),
        PersonalData(PaymentCard, "payment card number"),
        PersonalData(Iban, "IBAN"),
    ];

    private static RedactionRule Credential(string id, string description) => new(id, description, RedactionKind.Credential, IsOptional: false);

    private static RedactionRule PersonalData(string id, string description) => new(id, description, RedactionKind.PersonalData, IsOptional: true);
}
