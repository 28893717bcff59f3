using TicketExport.Ledger;
using TicketExport.States;

namespace TicketExport.Core.Tests.States;

/// <summary>
/// One source in a world with one tracker, led by the machine. The world knows what the machine does not: whether a request that
/// left made a ticket. Events that contradict the world are left out, for no tracker and no person would report them.
/// </summary>
internal sealed class ExportWalk(Func<ExportEvent, ExportEvent>? mishear = null)
{
    private ExportState _state = ExportState.New;
    private readonly List<bool?> _requests = [];
    private int _draws;
    private int _links;

    /// <summary>How many tickets the tracker has for the source.</summary>
    private int Tickets => _requests.Count(static made => made == true);

    /// <summary>The walk broke no promise.</summary>
    public bool Take(IEnumerable<ExportEvent> walk)
    {
        foreach (var happened in walk.Where(CanHappen))
        {
            var step = ExportMachine.Next(_state, mishear?.Invoke(happened) ?? happened);
            if (!Holds(happened, step))
            {
                return false;
            }

            _state = step.Next;
        }

        return true;
    }

    private bool CanHappen(ExportEvent happened)
    {
        var last = _requests.LastOrDefault();
        return happened switch
        {
            // The newest request is answered once; what it did was decided when it left.
            ExportEvent.Created or ExportEvent.CreatedWithFault => last == true,
            ExportEvent.Rejected or ExportEvent.BlockedBySettings or ExportEvent.NotSent or ExportEvent.RateLimited or ExportEvent.NotBegun
                or ExportEvent.TriesSpent or ExportEvent.AbsentTriesSpent or ExportEvent.AbsentProven or ExportEvent.ConfirmedAbsent => Tickets == 0,
            ExportEvent.RepeatRejected or ExportEvent.RepeatNotSent or ExportEvent.RepeatRateLimited => last == false,
            ExportEvent.Found => Tickets > 0,

            // The account gives up "at most one", and a native key makes one ticket of many requests: other promises than these.
            ExportEvent.AbsenceAssumed or ExportEvent.Repeatable => false,
            ExportEvent.LinkedByHand or ExportEvent.Relinked => Tickets > 0,
            _ => true,
        };
    }

    private bool Holds(ExportEvent happened, ExportStep step)
    {
        var before = _state;
        if (step.IsRefused)
        {
            return step.Next == before && step.Effects == ExportEffects.None;
        }

        if (step.Has(ExportEffects.Send))
        {
            // Every third request makes a ticket, whatever its answer will be.
            _requests.Add(++_draws % 3 == 0);
        }

        if (step.Has(ExportEffects.Link))
        {
            _links += before.HasTicket ? 0 : 1;
        }

        return Tickets <= 1
            && _links <= 1
            && (!step.Has(ExportEffects.Send) || step.Next is { IsLeased: true, Attempt: AttemptState.Sending })
            && (!step.Has(ExportEffects.FreeKey) || Tickets == 0 || step.Next.Link == LinkState.Unlinked)
            && (!before.HasTicket || step.Next.HasTicket || happened == ExportEvent.Unlinked);
    }
}
