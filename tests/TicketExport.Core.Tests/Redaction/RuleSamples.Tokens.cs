namespace TicketExport.Core.Tests.Redaction;

internal static partial class RuleSamples
{
    private static string[] AwsCaught() =>
    [
        .. InContexts(Made.Token("AK" + "IA", 16, Made.Upper), Made.Token("AS" + "IA", 16, Made.Upper), Made.Token("AB" + "IA", 16, Made.Upper)),
        $"aws_secret_access_key = «{Made.Run(40)}»",
        $"AWS_SECRET_ACCESS_KEY=«{Made.Run(40)}»",
        $"\"SecretAccessKey\": \"«{Made.Run(40)}»\"",
    ];

    private static string[] AwsHarmless() =>
    [
        .. NearMisses("AK" + "IA", Made.Token("AK" + "IA", 16, Made.Upper)),
        Made.Token("AK" + "IA", 17, Made.Upper),
        Made.Token("AK" + "IA", 15, Made.Upper),
        "AK" + "IAIOSFODNN7EXAMPLE",
        "aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
        "Rotate aws_secret_access_key every 90 days.",
        Made.Token("AI" + "DA", 17, Made.Upper),
    ];

    private static string[] GitHubCaught() =>
    [
        .. InContexts(
            Made.Token("gh" + "p_", 36), Made.Token("gh" + "o_", 36), Made.Token("gh" + "u_", 36), Made.Token("gh" + "r_", 76), Made.Token("gh" + "s_", 36),
            Made.Token("github_" + "pat_", 82)),
        $"The new form: «{"gh" + "s_"}{Made.Jwt()}».",
    ];

    private static string[] GitHubHarmless() => [.. NearMisses("gh" + "p_", Made.Token("gh" + "p_", 36)), "github_pat_ is a prefix", "ghs_server_to_server"];

    private static string[] GitLabCaught() =>
    [
        .. InContexts(
            Made.Token("gl" + "pat-", 20), Made.Token("gl" + "dt-", 20), Made.Token("gl" + "rt-", 20), Made.Token("gl" + "ptt-", 40), Made.Token("gl" + "ft-", 20),
            Made.Token("gl" + "agent-", 50), Made.Token("gl" + "cbt-", 22), Made.Token("GR" + "1348941", 20)),
        $"SIE-«{Made.Token("gl" + "pat-", 20)}»",
        $"Routable: «{Made.Token("gl" + "pat-", 27)}.01.{Made.Run(9)}».",
    ];

    private static string[] GitLabHarmless() => [.. NearMisses("gl" + "pat-", Made.Token("gl" + "pat-", 20)), "glrt-runner-1"];

    private static string[] SlackCaught() => InContexts(
        $"{"xo"}xb-{123456789012}-{1234567890123}-{Made.Run(24)}",
        $"{"xo"}xp-{123456789012}-{123456789012}-{123456789012}-{Made.Run(32)}",
        $"{"xa"}pp-1-A{Made.Run(10, Made.Upper)}-{1234567890123}-{Made.Run(64)}",
        $"{"xo"}xe.{"xo"}xp-1-{Made.Run(100)}",
        $"{"xo"}xe-1-{Made.Run(100)}",
        $"{"xo"}xd-{Made.Run(40)}%2B{Made.Run(10)}");

    private static string[] SlackHarmless() => [.. NearMisses("xo" + "xb-", Made.Token("xo" + "xb-", 40)), "foxbat-1234567890123456789012"];

    private static string[] SlackWebhookCaught()
    {
        var path = $"{"hooks.sla"}ck.com/services/T{Made.Run(10, Made.Upper)}/B{Made.Run(10, Made.Upper)}/{Made.Run(24)}";
        var flow = $"{"hooks.sla"}ck.com/workflows/T{Made.Run(10, Made.Upper)}/A{Made.Run(10, Made.Upper)}/{Made.Run(18)}/{Made.Run(24)}";
        return
        [
            .. InContexts(path, flow, path.Replace("services", "triggers", StringComparison.Ordinal)),
            $"https://«{path}»",
            $"curl -d '{{}}' https://«{flow}» -v",
            $"HTTPS://«{path.Replace("hooks", "HOOKS", StringComparison.Ordinal)}»",
        ];
    }

    private static string[] SlackWebhookHarmless() =>
    [
        .. NearMisses("hooks.sla" + "ck.com/services/", $"{"hooks.sla"}ck.com/services/T{Made.Run(10, Made.Upper)}/B{Made.Run(10, Made.Upper)}/{Made.Run(24)}"),
        "https://hooks.slack.com/",
        "https://hooks.slack.com/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX",
    ];

    private static string[] StripeCaught() => InContexts(
        Made.Token("sk_" + "live_", 24), Made.Token("sk_" + "test_", 24), Made.Token("rk_" + "live_", 99), Made.Token("rk_" + "test_", 24), Made.Token("wh" + "sec_", 32));

    private static string[] StripeHarmless() =>
    [
        .. NearMisses("sk_" + "live_", Made.Token("sk_" + "live_", 24)),
        Made.Token("pk_" + "live_", 24),
        Made.Token("pk_" + "test_", 24),
        "task_live_updates_for_customers",
    ];

    private static string[] GoogleCaught() => InContexts(
        Made.Token("AI" + "za", 35), Made.Token("AI" + "zaSy", 33), Made.Token("GOC" + "SPX-", 28), Made.Token("ya" + "29.", 120));

    private static string[] GoogleHarmless() => [.. NearMisses("AI" + "za", Made.Token("AI" + "za", 35)), Made.Token("AI" + "za", 34), Made.Token("AI" + "za", 36), "ya29.example"];

    private static string[] AtlassianCaught() => InContexts(
        Made.Token("ATA" + "TT3xFfGF0", 180) + "=1A2B3C4D", Made.Token("ATC" + "TT3xFfGF0", 160), Made.Token("AT" + "BB", 32));

    private static string[] AtlassianHarmless() => [.. NearMisses("ATA" + "TT3", Made.Token("ATA" + "TT3", 180)), Made.Token("AT" + "BB", 31), Made.Token("AT" + "BB", 33)];

    private static string[] NpmCaught() =>
    [
        .. InContexts(Made.Token("np" + "m_", 36), Made.Token("np" + "m_", 40)),
        $"_authToken=«{Made.Token("np" + "m_", 36)}»",
    ];

    private static string[] NpmHarmless() => [.. NearMisses("np" + "m_", Made.Token("np" + "m_", 36)), "npm_config_registry", "npm_package_version=1.2.3"];

    private static string[] AzureCaught()
    {
        var key = Made.Run(86) + "==";
        string Identifiable(string signature) => $"{Made.Run(76)}{signature}{Made.Run(5)}A==";
        return
        [
            $"DefaultEndpointsProtocol=https;AccountName=acme;AccountKey=«{key}»;EndpointSuffix=core.windows.net",
            $"AccountKey=«{key}»",
            $"accountkey = «{key}»",
            $"\"AccountKey\": \"«{key}»\"",
            $"AccountKey: '«{key}»'",
            $"\\\"AccountKey\\\":\\\"«{key}»\\\"",
            $"Endpoint=sb://acme.example.test/;SharedAccessKeyName=Root;SharedAccessKey=«{Made.Run(43)}=»",
            $"SharedAccessKey=«{Made.Run(43)}=»;EntityPath=orders",
            $"«{Identifiable("+ASt")}»",
            $"key «{Identifiable("+ABa")}» found",
            $"\"«{Identifiable("ACDb")}»\"",
            $"('«{Identifiable("APIM")}»')",
            $"x:«{Identifiable("+AMC")}»",
        ];
    }

    private static string[] AzureHarmless() =>
    [
        $"\"integrity\": \"sha512-{Made.Run(86)}==\"",
        Made.Run(86) + "==",
        "AccountKey=<key>",
        "AccountKey=",
        "AccountKey=${STORAGE_KEY}",
        $"AccountKey={new string('A', 86)}==",
        "AccountKey is not set",
        "SharedAccessKeyName=RootManageSharedAccessKey",
        "SharedAccessKey=***",
        $"{Made.Run(75)}+ASt{Made.Run(5)}A==",
        $"{Made.Run(76)}+ASt{Made.Run(5)}B==",
        $"x{Made.Run(76)}+ASt{Made.Run(5)}A==",
        "Rotate the AccountKey: see the handbook of the platform team.",
    ];
}
