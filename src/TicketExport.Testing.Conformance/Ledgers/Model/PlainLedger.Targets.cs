using System.Text;
using TicketExport.Ledger;

namespace TicketExport.Testing.Conformance.Ledgers.Model;

internal sealed partial class PlainLedger
{
    private readonly List<(TargetKey Place, DateTimeOffset Since)> _disabled = [];

    private string Disable(TargetKey place)
    {
        if (IsDisabled(place))
        {
            return $"{TargetSwitchOutcome.AlreadyDisabled}";
        }

        _disabled.Add((place, _now));
        return $"{TargetSwitchOutcome.Disabled}";
    }

    private string Enable(TargetKey place) =>
        $"{(_disabled.RemoveAll(one => one.Place == place) > 0 ? TargetSwitchOutcome.Enabled : TargetSwitchOutcome.AlreadyEnabled)}";

    private bool IsDisabled(TargetKey place) => _disabled.Exists(one => one.Place == place);

    // A message tells the second, and a message that is the same is no further attempt.
    private DateTimeOffset? DisabledSince(ClaimRequest request)
    {
        var found = _disabled.FindIndex(one => one.Place == new TargetKey(request.Account.Id, request.TargetId));
        return found < 0 ? null : DateTimeOffset.FromUnixTimeSeconds(_disabled[found].Since.ToUnixTimeSeconds());
    }

    // What waits keeps its place, and what is in doubt its question. All else is written down as stopped, once for each reason.
    private string Stop(ClaimRequest request, PlainExport? own, DateTimeOffset since)
    {
        if (own is { RetryAt: not null } or { IsInDoubt: true })
        {
            return Answers.Disabled(own.Id);
        }

        own ??= Add(request);
        own.Document = Encoding.UTF8.GetString(request.DocumentJson.Span);
        own.Fence++;
        own.ClaimId = null;
        own.LeaseEnd = null;
        own.Status = ExportStatus.Blocked;
        if (own.Attempts is [.., { State: AttemptState.Blocked }] && own.StoppedBy == since)
        {
            own.Attempts[^1] = own.Attempts[^1] with { EndedAt = _now };
        }
        else
        {
            own.BeginAttempt(_now);
            own.Attempts[^1] = own.Attempts[^1] with { State = AttemptState.Blocked, EndedAt = _now };
        }

        own.StoppedBy = since;
        Guard(request, own);
        return Answers.Disabled(own.Id);
    }
}
