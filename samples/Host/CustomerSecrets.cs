namespace TicketExport.Samples.Host;

/// <summary>The customers' secrets. A product asks its vault.</summary>
internal sealed class CustomerSecrets(DemoTrackers trackers) : ITicketCredentialSource
{
    /// <summary>Shared with globex, outbound and inbound; for the demo alone.</summary>
    public const string Globex = "demo-secret-of-globex-32-characters";

    public Task<TicketCredential?> GetAsync(string accountId, TicketTarget target, CancellationToken cancellationToken) => Task.FromResult(target.ProviderKey switch
    {
        "jira" => Credential(("email", trackers.Jira.User), ("api_token", trackers.Jira.Token)),
        "webhook" => Credential(("signing_secret", Globex)),
        _ => null,
    });

    private static TicketCredential? Credential(params (string Name, string Value)[] secrets) => new(secrets.Select(static secret => KeyValuePair.Create(secret.Name, secret.Value)));
}
