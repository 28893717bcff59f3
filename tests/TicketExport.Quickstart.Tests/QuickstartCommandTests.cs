using System.Text.Json.Nodes;

namespace TicketExport.Quickstart.Tests;

public sealed class QuickstartCommandTests : IDisposable
{
    private const string EmptyScan = """{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"Scanner"}},"results":[]}]}""";

    private readonly QuickstartRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    [Trait("Behaviour", "S7")]
    [Trait("Behaviour", "S107")]
    [Trait("Behaviour", "S379")]
    [Trait("Fault", "F5")]
    public async Task Two_runs_on_one_ledger_keep_every_promise_and_the_second_creates_nothing()
    {
        var first = await _run.RunAsync();
        var second = await _run.RunAsync();

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Contains("the tracker holds 35 new tickets, no two for one finding", first.Output, StringComparison.Ordinal);
        Assert.Contains("found again", first.Output, StringComparison.Ordinal);
        Assert.Contains("35 sent, 35 received, 35 verified, 35 accepted", first.Output, StringComparison.Ordinal);
        Assert.Contains("the tracker holds 0 new tickets", second.Output, StringComparison.Ordinal);
        Assert.Contains("was committed in an earlier run", second.Output, StringComparison.Ordinal);
        Assert.Contains("0 sent, 0 received", second.Output, StringComparison.Ordinal);
        Assert.Single(_run.Files, static file => file.EndsWith(".md", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Fresh_forgets_the_earlier_run()
    {
        await _run.RunAsync("--limit", "2");

        var (exitCode, output) = await _run.RunAsync("--limit", "2", "--fresh");

        Assert.Equal(0, exitCode);
        Assert.Contains("the tracker holds 2 new tickets", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scan_without_findings_is_no_error()
    {
        var (exitCode, output) = await _run.RunAsync(_run.Write("empty.sarif", EmptyScan));

        Assert.Equal(0, exitCode);
        Assert.Contains("Nothing to export.", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"version\":", "is not JSON")]
    [InlineData("{\"version\":\"1.0.0\",\"runs\":[]}", "is SARIF version 1.0.0; only 2.1.0 is read")]
    [InlineData("", "is empty")]
    public async Task A_broken_report_is_named_with_its_fix_and_leaves_no_file(string content, string message)
    {
        var (exitCode, output) = await _run.RunAsync(_run.Write("broken.sarif", content));

        Assert.Equal(2, exitCode);
        Assert.Contains($"broken.sarif' {message}", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
        Assert.Empty(_run.Files);
    }

    [Fact]
    public async Task A_document_with_twenty_faults_names_all_of_them()
    {
        var document = new JsonObject
        {
            ["contract_version"] = "ticket-export.v0",
            ["source"] = new JsonObject { ["type"] = "Report Issue", ["record_id"] = true, ["severity"] = "bad", ["affected_url"] = "ftp://x" },
            ["title"] = 5,
            ["labels"] = "none",
            ["priority"] = "soon",
            ["evidence_links"] = new JsonArray(new JsonObject { ["url"] = "javascript:alert(1)" }),
            ["acceptance_criteria"] = new JsonArray(new JsonObject()),
        };

        var (exitCode, output) = await _run.RunAsync(_run.Write("document.json", document.ToJsonString()));

        Assert.Equal(2, exitCode);
        var named = output.Split('\n').Count(static line => line.TrimStart().StartsWith("$.", StringComparison.Ordinal));
        Assert.True(named >= 20, output);
        Assert.Empty(_run.Files);
    }

    [Fact]
    public async Task A_document_can_be_exported_instead_of_a_report()
    {
        var (exitCode, output) = await _run.RunAsync(_run.Write("document.json", """
            {
              "contract_version": "ticket-export.v1",
              "source": {
                "type": "report_issue", "record_id": 42, "title": "Checkout", "severity": "high", "category": "forms", "status": "open",
                "report_id": 12, "issue_id": 42, "fix_task_id": null, "fingerprint": "checkout-42", "affected_url": null, "related_issue_ids": []
              },
              "title": "Fix the checkout", "summary": "It drops its state.", "business_impact": null, "reproduction_steps": [],
              "evidence_links": [], "remediation_snippet": null, "acceptance_criteria": [], "labels": [], "priority": "high",
              "assignee": null, "external_ticket_refs": [], "export_status": "draft"
            }
            """));

        Assert.Equal(0, exitCode);
        Assert.Contains("the tracker holds 1 new tickets", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TicketExport:Targets:automation:Credentials:signing_secret=", "TicketExport:Targets:automation:Credentials:signing_secret: There is no secret to sign with")]
    [InlineData("TicketExport:Targets:automation:Credentials:signing_secret=short", "The secret is unusable: it needs at least 24 bytes")]
    [InlineData("TicketExport:Targets:automation:Providr=x", "TicketExport:Targets:automation:Providr is not a setting of TicketExport")]
    [Trait("Behaviour", "S356")]
    [Trait("Behaviour", "S362")]
    [Trait("Fault", "F200")]
    public async Task A_wrong_setting_is_named_by_its_key(string setting, string message)
    {
        var (exitCode, output) = await _run.RunAsync("--set", setting);

        Assert.Equal(2, exitCode);
        Assert.Contains(message, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_malformed_connection_string_is_named_by_its_key()
    {
        var (exitCode, output) = await _run.RunAsync("--ledger", "tickets.db");

        Assert.Equal(2, exitCode);
        Assert.Contains("TicketExport:Sqlite:ConnectionString is not a connection string of SQLite", output, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Fault", "F101")]
    public async Task A_folder_that_cannot_be_written_is_named_with_its_switch()
    {
        var file = _run.Write("a-file", "");

        var (exitCode, output) = await _run.RunAsync("--folder", Path.Combine(file, "below"));

        Assert.Equal(2, exitCode);
        Assert.Contains("cannot be written", output, StringComparison.Ordinal);
        Assert.Contains("--folder", output, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Fault", "F101")]
    public async Task A_ledger_that_is_no_database_is_refused_by_name()
    {
        var file = _run.Write("garbage.db", new string('x', 8192));

        var (exitCode, output) = await _run.RunAsync("--ledger", $"Data Source={file}");

        Assert.Equal(2, exitCode);
        Assert.Contains("garbage.db", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }
}
