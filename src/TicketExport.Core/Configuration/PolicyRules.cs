using System.Collections.Immutable;
using TicketExport.Providers;

namespace TicketExport.Configuration;

/// <summary>Names the policies of a target that its provider cannot carry out. Pure.</summary>
internal static class PolicyRules
{
    public static ImmutableArray<TargetProblem> Check(TicketTarget target, ITicketProvider provider)
    {
        // By far the most targets; an export must not pay for a list of nothing.
        if (target is { RecreateWhenAbsent: false, OnDuplicate: DuplicatePolicy.Unknown or DuplicatePolicy.Block or DuplicatePolicy.OpenExisting, OnClosedTicket: ClosedTicketPolicy.Unknown or ClosedTicketPolicy.Block })
        {
            return [];
        }

        return [.. CheckRecreate(target, provider), .. CheckDuplicate(target.OnDuplicate, provider), .. CheckClosed(target.OnClosedTicket, provider)];
    }

    private static IEnumerable<TargetProblem> CheckRecreate(TicketTarget target, ITicketProvider provider)
    {
        if (target.RecreateWhenAbsent && provider.Sheet.Guarantee == GuaranteeClass.NoLookup)
        {
            yield return new(
                nameof(target.RecreateWhenAbsent),
                FailureReason.Configuration,
                $"It is set, and provider '{provider.Sheet.Key}' cannot look tickets up. Remove it.");
        }
    }

    private static IEnumerable<TargetProblem> CheckDuplicate(DuplicatePolicy policy, ITicketProvider provider)
    {
        const string Setting = nameof(TicketTarget.OnDuplicate);
        if (!Enum.IsDefined(policy))
        {
            yield return new(Setting, FailureReason.Configuration, "It is not a duplicate policy. Set it to Block, OpenExisting or UpdateExisting.");
        }

        if (policy == DuplicatePolicy.UpdateExisting && provider is not IUpdateProvider)
        {
            yield return Lacks(Setting, policy.ToString(), provider, nameof(IUpdateProvider));
        }
    }

    private static IEnumerable<TargetProblem> CheckClosed(ClosedTicketPolicy policy, ITicketProvider provider)
    {
        const string Setting = nameof(TicketTarget.OnClosedTicket);
        if (!Enum.IsDefined(policy))
        {
            yield return new(Setting, FailureReason.Configuration, "It is not a policy for closed tickets. Set it to Block, Reopen, Comment or NewGeneration.");
            yield break;
        }

        if (policy is not (ClosedTicketPolicy.Unknown or ClosedTicketPolicy.Block) && provider is not IStatusProvider)
        {
            yield return Lacks(Setting, policy.ToString(), provider, nameof(IStatusProvider));
        }

        if (policy == ClosedTicketPolicy.Reopen && provider is not IReopenProvider)
        {
            yield return Lacks(Setting, policy.ToString(), provider, nameof(IReopenProvider));
        }

        if (policy == ClosedTicketPolicy.Comment && provider is not ICommentProvider)
        {
            yield return Lacks(Setting, policy.ToString(), provider, nameof(ICommentProvider));
        }
    }

    private static TargetProblem Lacks(string setting, string policy, ITicketProvider provider, string ability) => new(
        setting,
        FailureReason.Configuration,
        $"{policy} needs the ability {ability}, which provider '{provider.Sheet.Key}' does not have. Set it to Block, or use another provider.");
}
