namespace TicketExport.Providers.GitHub.Internal;

/// <summary>The root of a server's API, and the origin of the pages that people open.</summary>
internal sealed record GitHubServer(Uri Root, Uri Web)
{
    private const string EnterpriseCloud = ".ghe.com";
    private const string EnterprisePath = "api/v3";

    private static readonly GitHubServer Public = new(new("https://api.github.com/"), new("https://github.com/"));

    /// <summary>Reads the address that a target has: that of the API or that of the pages.</summary>
    public static GitHubServer Of(Uri address)
    {
        var host = address.Host;
        if (host is "github.com" or "www.github.com" or "api.github.com")
        {
            return Public;
        }

        if (host.EndsWith(EnterpriseCloud, StringComparison.OrdinalIgnoreCase))
        {
            var web = host.StartsWith("api.", StringComparison.OrdinalIgnoreCase) ? host[4..] : host;
            return new(new($"https://api.{web}/"), new($"https://{web}/"));
        }

        var text = address.AbsoluteUri.TrimEnd('/');
        var root = text.EndsWith('/' + EnterprisePath, StringComparison.OrdinalIgnoreCase) ? text : $"{text}/{EnterprisePath}";
        return new(new(root + "/"), new(address.GetLeftPart(UriPartial.Authority) + "/"));
    }
}
