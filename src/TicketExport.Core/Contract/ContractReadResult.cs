using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace TicketExport.Contract;

/// <summary>What reading contract JSON gave: the value, or everything that is wrong with the JSON.</summary>
/// <typeparam name="T">What was read.</typeparam>
public sealed record ContractReadResult<T>
    where T : class
{
    internal ContractReadResult(T value) => Value = value;

    internal ContractReadResult(ImmutableArray<ContractViolation> violations) => Violations = violations;

    /// <summary>The value; <see langword="null"/> when the JSON breaks the contract.</summary>
    public T? Value { get; }

    /// <summary>Every broken field; empty when the JSON is good.</summary>
    public ImmutableArray<ContractViolation> Violations { get; } = [];

    /// <summary>Whether the JSON keeps the contract, so that there is a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool IsValid => Value is not null;
}
