namespace TicketExport.Ledger;

/// <summary>One target of one account: the lane in which exports wait for their turn.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="TargetId">The target's id.</param>
/// <remarks>Ordered by code points, account first, as every ledger orders them.</remarks>
public readonly record struct TargetKey(string AccountId, string TargetId) : IComparable<TargetKey>
{
    /// <inheritdoc/>
    public int CompareTo(TargetKey other)
    {
        var byAccount = LedgerText.Compare(AccountId, other.AccountId);
        return byAccount != 0 ? byAccount : LedgerText.Compare(TargetId, other.TargetId);
    }

    /// <summary>Whether the left key comes first.</summary>
    public static bool operator <(TargetKey left, TargetKey right) => left.CompareTo(right) < 0;

    /// <summary>Whether the right key comes first.</summary>
    public static bool operator >(TargetKey left, TargetKey right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left key comes first or is the same.</summary>
    public static bool operator <=(TargetKey left, TargetKey right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the right key comes first or is the same.</summary>
    public static bool operator >=(TargetKey left, TargetKey right) => left.CompareTo(right) >= 0;
}
