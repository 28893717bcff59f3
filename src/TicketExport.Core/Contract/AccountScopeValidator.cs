using System.Collections.Immutable;
using TicketExport.Contract.Internal;

namespace TicketExport.Contract;

/// <summary>Names everything in an account scope that breaks the contract.</summary>
public static class AccountScopeValidator
{
    /// <summary>Checks an account scope by the rules that an envelope's account is read by; paths begin with <c>$.account</c>.</summary>
    /// <returns>Every broken field at once; empty when the scope is good.</returns>
    public static ImmutableArray<ContractViolation> Validate(AccountScope account)
    {
        ArgumentNullException.ThrowIfNull(account);
        var violations = ContractCheck.Validate(account, EnvelopeRules.Account, ContractJsonContext.Default.AccountScope);
        return [.. violations.Select(static violation => violation with { Path = $"$.account{violation.Path[1..]}" })];
    }
}
