using System.Collections.Immutable;
using TicketExport.Providers;
using TicketExport.Redaction.Internal;

namespace TicketExport.Configuration;

/// <summary>Asks a provider what a target lacks, and lets no secret of the target into the answer.</summary>
internal static class TargetProblems
{
    public static ImmutableArray<TargetProblem> Of(ITicketProvider provider, TicketTarget target, TicketCredential credential)
    {
        if (provider is not ITargetRules rules)
        {
            return [];
        }

        try
        {
            var secrets = new TargetSecrets(target, credential);
            return [.. rules.Check(target, credential).Select(problem => problem with { Message = secrets.Mask(problem.Message) })];
        }
        catch (Exception exception)
        {
            // The type alone: the message of somebody else's exception may quote a secret.
            return [Threw(provider, exception)];
        }
    }

    private static TargetProblem Threw(ITicketProvider provider, Exception exception) => new(
        nameof(TicketTargetOptions.Provider),
        FailureReason.Configuration,
        $"The rules of provider '{provider.Sheet.Key}' ended with {exception.GetType().Name} instead of an answer. Complete the target's settings, or repair the provider.");
}
