using System.Reflection;
using TicketExport.States;

namespace TicketExport.Core.Tests.States;

/// <summary>A closed ticket never means that the finding is repaired: there is nothing in which that could be said.</summary>
public sealed class RemediationTests
{
    private const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>The advice that a document carries to the ticket: text for people, never read back.</summary>
    private static readonly string[] Advice = ["RemediationSnippet", "get_RemediationSnippet", "set_RemediationSnippet", "<RemediationSnippet>k__BackingField", "Remediation"];

    private static readonly string[] Repaired = ["Remediat", "Verified", "Resolved", "Retested", "IsFixed", "MarkFixed", "Repaired"];

    private static Type[] Types => typeof(ExportStatus).Assembly.GetTypes();

    [Fact]
    [Trait("Behaviour", "S32")]
    [Trait("Behaviour", "S46")]
    public void Nothing_says_that_a_finding_is_repaired()
    {
        var names = Types.Select(static type => type.Name)
            .Concat(Types.Where(static type => !IsGenerated(type)).SelectMany(static type => type.GetMembers(Any)).Select(static member => member.Name))
            .Except(Advice, StringComparer.Ordinal);

        Assert.DoesNotContain(names, static name => Repaired.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    [Trait("Behaviour", "S46")]
    [Trait("Behaviour", "S60")]
    public void The_tracker_s_status_is_shown_and_turns_into_nothing_but_the_word_of_a_list()
    {
        var uses = Types
            .Where(static type => !IsGenerated(type))
            .SelectMany(static type => type.GetMethods(Any))
            .Where(static method => method.GetParameters().Any(static parameter => IsStatus(parameter.ParameterType)))
            .Select(static method => $"{method.DeclaringType!.Name}.{method.Name}");

        Assert.Equal(
            [
                "ExportAxes.set_ProviderStatus",
                "ExportSummary.set_ProviderStatus",
                "InboundEvent.set_Status",
                "ReviewedReference.set_ProviderStatus",
                "SyncFact.set_Status",
                "TicketSnapshot.set_Status",
                "TicketSync.set_Status",
            ],
            uses.Order(StringComparer.Ordinal));
    }

    private static bool IsStatus(Type type) => (Nullable.GetUnderlyingType(type) ?? type) == typeof(ProviderStatus);

    private static bool IsGenerated(Type type) => type.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute), inherit: true)
        || (type.Namespace?.StartsWith("System", StringComparison.Ordinal) ?? true)
        || type.Name.EndsWith("JsonContext", StringComparison.Ordinal)
        || type.DeclaringType is not null;
}
