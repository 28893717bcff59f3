using System.Collections.Immutable;
using System.Text.Json.Serialization.Metadata;

namespace TicketExport.Contract.Internal;

/// <summary>Judges a value that was built in C#, by the rules that JSON is judged by.</summary>
internal static class ContractCheck
{
    public static ImmutableArray<ContractViolation> Validate<T>(T value, ObjectRule<T> rule, JsonTypeInfo<T> type)
        where T : class
    {
        var violations = new ViolationCollector();
        rule.Check(value, violations);
        ContractSize.Check(value, type, violations);
        return violations.Drain();
    }
}
