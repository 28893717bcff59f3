using TicketExport.Providers;
using Xunit;

namespace TicketExport.Testing.Conformance.Adapters;

public abstract partial class AdapterConformanceTests
{
    private const string Canary = "Kanarienvogel";

    [Fact]
    public async Task No_secret_and_no_text_of_a_ticket_reach_results_logs_or_spans()
    {
        var told = new List<string>();
        var document = AdapterDocuments.Of() with { Title = $"{Canary} in the title", Summary = $"{Canary} in the summary" };
        var leak = $"{Canary} {string.Join(' ', Host.Secrets().Values)}";
        foreach (var status in new[] { 201, 400, 401, 403, 404, 422, 429, 500 })
        {
            Tracker.RefuseNext(FakeHttpReply.Text(status, $"{{\"message\":\"{leak}\",\"errors\":{{\"{Canary}\":\"{leak}\"}}}}", "application/json").With("X-Leak", leak));
            told.Add($"{await Host.CreateAsync(document)}");
            Tracker.RefuseNext(FakeHttpReply.Text(status, leak, "application/json"), FakeTrackerCallKind.Find);
            told.Add($"{await Host.FindAsync(document)}");
        }

        Tracker.RefuseNext(FakeHttpReply.Text(422, leak, "text/html"));
        told.Add($"{await Host.ExportAsync(document)}");
        told.Add($"{await Host.CreateAsync(document)}");
        await Tracker.StopAsync();
        told.Add($"{await Host.CreateAsync(document)}");
        told.Add(Host.Recorded);

        foreach (var secret in SecretsOf(Host).Append(Canary))
        {
            var near = told.Select(text => NearestTo(secret, text)).FirstOrDefault(static near => near is not null);
            Assert.True(near is null, $"What was told holds a secret or a text of the ticket, behind: {near}");
        }
    }

    [Fact]
    public async Task No_problem_of_a_target_repeats_a_secret()
    {
        if (!Requires<ITargetRules>(out var rules))
        {
            return;
        }

        var target = await Host.TargetAsync();
        var broken = new TicketCredential(Host.Secrets().Select(static secret => new KeyValuePair<string, string>(secret.Key, $"{Canary}:\r\n{Canary}")));

        var problems = rules.Check(target with { BaseUrl = new Uri($"https://user:{Canary}@tracker.example.test/{Canary}") }, broken);

        Assert.All(problems, problem => Assert.DoesNotContain(Canary, $"{problem}", StringComparison.Ordinal));
        Assert.DoesNotContain(problems, static problem => problem.Message.Length == 0);
    }

    [Fact]
    public async Task A_secret_with_a_line_break_never_leaves()
    {
        Host.Targets.EditCredential = _ => new TicketCredential(Host.Secrets().Select(static secret => new KeyValuePair<string, string>(secret.Key, $"{secret.Value}\r\nX-Injected: {Canary}")));

        var outcome = await Host.CreateAsync();

        // A credential that is packed into base64 arrives, and is wrong.
        Assert.IsType<CreateOutcome.Rejected>(outcome);
        Assert.DoesNotContain(Tracker.Exchanges, static exchange => exchange.Request.Headers.ContainsKey("X-Injected"));
        Assert.DoesNotContain(Canary, $"{outcome} {Host.Recorded}", StringComparison.Ordinal);
        Assert.Empty(Tracker.Tickets);
    }

    [Fact]
    public async Task Credentials_travel_in_headers_and_never_in_addresses()
    {
        await Host.ExportAsync();
        await Host.FindAsync();

        foreach (var secret in SecretsOf(Host))
        {
            Assert.DoesNotContain(Tracker.Exchanges, exchange =>
                exchange.Request.Path.Contains(secret, StringComparison.Ordinal) || exchange.Request.Query.Values.Any(value => value.Contains(secret, StringComparison.Ordinal)));
        }
    }

    // Short ones, such as a user's name, are found in every text.
    private static IEnumerable<string> SecretsOf(AdapterHost host) => host.Secrets().Values.Where(static secret => secret.Length >= 8);

    private static string? NearestTo(string secret, string text)
    {
        var at = text.IndexOf(secret, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? null : text[Math.Max(0, at - 120)..at];
    }
}
