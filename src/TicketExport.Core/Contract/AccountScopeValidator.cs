using System.Collections.Immutable;

namespace TicketExport.Contract;

/// <summary>Names everything in an account scope that breaks the contract.</summary>
public static class AccountScopeValidator
{
    /// <summary>Checks an account scope; paths begin with <c>$.account</c>.</summary>
    public static ImmutableArray<ContractViolation> Validate(AccountScope account)
    {
        ArgumentNullException.ThrowIfNull(account);
        var violations = ImmutableArray.CreateBuilder<ContractViolation>();
        Check(violations, "$.account.id", account.Id);
        if (account.ProjectId is not null)
        {
            Check(violations, "$.account.project_id", account.ProjectId);
        }

        return violations.DrainToImmutable();
    }

    private static void Check(ImmutableArray<ContractViolation>.Builder violations, string path, string id)
    {
        if (string.IsNullOrWhiteSpace(id))
        {
            violations.Add(new(path, "required", "An id is required."));
        }
        else if (id.Length > ContractLimits.IdLength)
        {
            violations.Add(new(path, "max_length", $"An id has at most {ContractLimits.IdLength} characters."));
        }
    }
}
