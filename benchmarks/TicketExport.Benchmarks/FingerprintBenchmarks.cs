using System.Security.Cryptography;
using System.Text;
using BenchmarkDotNet.Attributes;
using TicketExport.Contract;
using TicketExport.Identity;

namespace TicketExport.Benchmarks;

/// <summary>What the identity of an export costs beyond the hash itself.</summary>
public class FingerprintBenchmarks
{
    private readonly byte[] _hash = new byte[32];
    private readonly byte[] _prebuilt =
        Encoding.UTF8.GetBytes("fp.v1\n36:0198a0c1-f3d2-7b6e-8a4c-5d6e7f809102,2:17,12:report_issue,7:1048576,40:da39a3ee5e6b4b0d3255bfef95601890afd80709,");

    private readonly AccountScope _account = new() { Id = "0198a0c1-f3d2-7b6e-8a4c-5d6e7f809102", ProjectId = "17" };
    private readonly TicketTarget _target = new() { Id = "jira-main", ProviderKey = "jira" };
    private readonly TicketSource _source = new()
    {
        Type = SourceTypes.ReportIssue,
        RecordId = "1048576",
        Fingerprint = "da39a3ee5e6b4b0d3255bfef95601890afd80709",
        Title = "Missing security header",
        Severity = TicketSeverity.High,
        Category = "security",
        Status = "open",
    };

    [Benchmark(Baseline = true, Description = "SHA256.HashData, input prebuilt")]
    public int HashData() => SHA256.HashData(_prebuilt, _hash);

    [Benchmark]
    public DuplicateFingerprint Fingerprint() => DuplicateFingerprint.Compute(_account, _source);

    [Benchmark(Description = "All keys of an export")]
    public ExportKeys Keys() => ExportKeys.Compute(_account, _source, _target, 1);
}
