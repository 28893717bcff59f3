using TicketExport.Providers;

namespace TicketExport.Targets;

/// <summary>Which providers the deployment allows. Pure.</summary>
internal static class ModeRules
{
    /// <summary>Why a provider's targets cannot be used in this deployment, and what to change.</summary>
    /// <param name="sheet">The provider's sheet.</param>
    /// <param name="options">The options.</param>
    /// <param name="isProduction">Whether the host environment is Production.</param>
    /// <returns>One or two sentences, or <see langword="null"/> when they can be used.</returns>
    public static string? FindProblem(ProviderSheet sheet, TicketExportOptions options, bool isProduction)
    {
        if (options.DeploymentMode == DeploymentMode.WebhookOnly && sheet.Kind != ProviderKind.Webhook)
        {
            return $"Provider '{sheet.Key}' is no webhook, and {Key(nameof(options.DeploymentMode))} is {nameof(DeploymentMode.WebhookOnly)}. Use a webhook target, or set the mode to {nameof(DeploymentMode.Cloud)} or {nameof(DeploymentMode.SelfHosted)}.";
        }

        return sheet.Kind == ProviderKind.Mock && isProduction && !options.AllowMock
            ? $"Provider '{sheet.Key}' makes tickets that are not real, and the host environment is Production. Use another provider, or set {Key(nameof(options.AllowMock))} to true."
            : null;
    }

    private static string Key(string option) => $"{TicketExportOptions.SectionName}:{option}";
}
