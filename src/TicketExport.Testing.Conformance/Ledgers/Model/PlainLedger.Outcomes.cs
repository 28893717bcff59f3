using System.Globalization;
using TicketExport.Ledger;

namespace TicketExport.Testing.Conformance.Ledgers.Model;

internal sealed partial class PlainLedger
{
    private bool Record(ExportClaim claim, ExportUpdate update)
    {
        if (NewestOf(claim) is not { } export || export.Attempts.Count != claim.AttemptNumber)
        {
            return false;
        }

        // The lease was given back and the attempt is settled: the same outcome comes once more, after a lost answer.
        if (export.LeaseEnd is null && !export.IsInDoubt)
        {
            Pause(export.Place, update.PauseTargetUntil);
            return true;
        }

        var last = export.Attempts[^1];
        var staysInDoubt = last.State == AttemptState.Unknown && update.AttemptState == AttemptState.Unknown;
        export.Attempts[^1] = last with { State = update.AttemptState, EndedAt = staysInDoubt ? last.EndedAt : _now };
        export.LeaseEnd = null;
        export.Status = update.Status;
        export.Ticket = update.Ticket?.ProviderTicketId;
        export.LinkedAt = export.Ticket is null ? null : _now;
        export.RetryAt = export.Ticket is null ? RoundUp(update.RetryAt) : null;
        Pause(export.Place, update.PauseTargetUntil);
        return true;
    }

    private string Begin(ExportClaim claim, int lane)
    {
        var export = NewestOf(claim);
        if (export is null || !export.IsHeldAt(_now) || !export.IsInDoubt)
        {
            return Answers.Begun(null);
        }

        var last = export.Attempts[^1];
        var isOwn = last.FencingToken == claim.FencingToken;
        if (claim.AttemptNumber != (isOwn ? last.Number - 1 : last.Number))
        {
            return Answers.Begun(null);
        }

        if (!isOwn && IsDisabled(export.Place))
        {
            return Answers.Begun(null);
        }

        if (!isOwn)
        {
            export.Attempts[^1] = last with { State = AttemptState.NotCreated, EndedAt = _now };
            export.BeginAttempt(_now);
            export.Status = ExportStatus.Delivering;
        }

        var next = claim with { AttemptNumber = export.Attempts.Count };
        _claims.Add((lane, next));
        return Answers.Begun(next);
    }

    private List<DueExport> Due(DueQuery query)
    {
        var lanes = new SortedDictionary<string, List<DueExport>>(StringComparer.Ordinal);
        foreach (var export in _exports.Where(export => export.DueAt <= _now && PauseOf(export.Place) is null && !IsDisabled(export.Place)))
        {
            var name = NameOf(export.Place);
            lanes.TryAdd(name, []);
            lanes[name].Add(new DueExport(export.Place, export.Id, export.DueAt!.Value));
        }

        // The targets behind the one that was served last come first.
        var after = query.After is { } last ? NameOf(last) : "";
        var turns = lanes.Where(lane => string.CompareOrdinal(lane.Key, after) > 0)
            .Concat(lanes.Where(lane => string.CompareOrdinal(lane.Key, after) <= 0))
            .Select(static lane => new Queue<DueExport>(lane.Value.OrderBy(static due => due.DueAt).ThenBy(static due => due.ExportId, StringComparer.Ordinal)))
            .ToArray();
        var served = new List<DueExport>();
        while (served.Count < query.Limit && turns.Any(static lane => lane.Count > 0))
        {
            foreach (var lane in turns.Where(static lane => lane.Count > 0))
            {
                served.Add(lane.Dequeue());
            }
        }

        return served[..Math.Min(served.Count, query.Limit)];
    }

    private string Receive(TargetKey place, string delivery, string hash)
    {
        var known = _receipts.FindIndex(receipt => receipt.Place == place && receipt.Delivery == delivery);
        if (known < 0)
        {
            _receipts.Add((place, delivery, hash));
            return $"{ReceiptResult.New}";
        }

        return _receipts[known].Hash == hash ? $"{ReceiptResult.Duplicate}" : $"{ReceiptResult.DifferentBody}";
    }

    public string Describe()
    {
        var lines = _exports.ConvertAll(static export => Answers.Of(RecordOf(export), export.Attempts, export.Document));
        lines.AddRange(LedgerHistories.Places.Select(place => $"pause of {NameOf(place)} {Answers.Time(PauseOf(place))}"));
        lines.AddRange(LedgerHistories.Places.Select(place => Answers.Switch(place, IsDisabled(place))));
        lines.AddRange(LedgerHistories.GuardKeys.Select(pair =>
        {
            var guard = _guards.Find(guard => guard.Account == pair.Account && guard.Key == pair.Key);
            return string.Create(CultureInfo.InvariantCulture, $"guard {pair.Account} {pair.Key} {guard?.Generation} {guard?.Holder.Id}");
        }));
        lines.AddRange(LedgerHistories.Accounts.Select(account =>
            $"audit of {account} {string.Join(", ", _audit.Where(row => row.Account == account).Select(static row => row.Text))}"));
        lines.Sort(StringComparer.Ordinal);
        return string.Join('\n', lines);
    }

    private static ExportRecord RecordOf(PlainExport export) => new()
    {
        ExportId = export.Id,
        Account = export.Asked.Account,
        Source = export.Asked.Source,
        TargetId = export.Asked.TargetId,
        ProviderKey = export.Asked.ProviderKey,
        Fingerprint = export.Asked.Keys.Fingerprint,
        IdempotencyKey = export.Asked.Keys.IdempotencyKey,
        Generation = export.Generation,
        Status = export.Status,
        FencingToken = export.Fence,
        Attempts = export.Attempts.Count,
        RetryAt = export.RetryAt,
        Ticket = export.Ticket is null ? null : new TicketReference { ProviderTicketId = export.Ticket },
        LinkedAt = export.LinkedAt,
        CreatedAt = export.AskedAt,
        ApprovedAt = export.AskedAt,
        UpdatedAt = export.AskedAt,
    };

    private PlainExport? NewestOf(ExportClaim claim) => _exports.Find(export =>
        export.Id == claim.ExportId && export.Asked.Account.Id == claim.AccountId && export.Fence == claim.FencingToken && export.ClaimId == claim.ClaimId);

    private void Pause(TargetKey place, DateTimeOffset? until)
    {
        if (RoundUp(until) is { } rounded)
        {
            _pauses.Add((place, rounded));
        }
    }

    // Never due early: the next whole millisecond.
    private static DateTimeOffset? RoundUp(DateTimeOffset? time) =>
        time is { } value && value.Ticks % TimeSpan.TicksPerMillisecond is var rest and > 0 ? value.AddTicks(TimeSpan.TicksPerMillisecond - rest) : time;

    private static string NameOf(TargetKey place) => $"{place.AccountId}/{place.TargetId}";
}
