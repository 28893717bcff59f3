using System.Collections.Immutable;
using TicketExport.Samples.Quickstart.Sarif.Protocol;

namespace TicketExport.Samples.Quickstart.Sarif.Internal;

internal static class LogReader
{
    public static SarifReport Read(WireLog log, string name)
    {
        var findings = ImmutableArray.CreateBuilder<SarifFinding>();
        int results = 0, passed = 0, suppressed = 0, absent = 0;
        foreach (var run in (log.Runs ?? []).OfType<WireRun>())
        {
            var reader = new RunReader(run, name);
            foreach (var result in (run.Results ?? []).OfType<WireResult>())
            {
                results++;
                switch (result)
                {
                    case { Kind: "pass" or "notApplicable" or "informational" }:
                        passed++;
                        break;
                    case { BaselineState: "absent" }:
                        absent++;
                        break;
                    case { Suppressions: { } suppressions } when IsSuppressed(suppressions):
                        suppressed++;
                        break;
                    default:
                        findings.Add(reader.Read(result));
                        break;
                }
            }
        }

        var distinct = FindingFingerprint.Assign(findings.DrainToImmutable());
        return new()
        {
            Name = name,
            Findings = distinct,
            ResultCount = results,
            PassedCount = passed,
            SuppressedCount = suppressed,
            AbsentCount = absent,
            RepeatedCount = results - passed - suppressed - absent - distinct.Length,
        };
    }

    // SARIF 2.1.0, 3.27.23 and 3.35.4: a suppression under review or rejected leaves the result in force.
    private static bool IsSuppressed(WireSuppression?[] suppressions) =>
        suppressions.Length > 0 && !Array.Exists(suppressions, s => s?.Status is "underReview" or "rejected");
}
