namespace TicketExport.Providers;

/// <summary>One thing that keeps a target from being used.</summary>
/// <param name="Setting">The setting relative to the target, such as <c>BaseUrl</c> or <c>Credentials:signing_secret</c>.</param>
/// <param name="Reason">
/// Why: <see cref="FailureReason.Configuration"/>, <see cref="FailureReason.UnsafeAddress"/>, or
/// <see cref="FailureReason.MappingIncomplete"/> for a required field without a value.
/// </param>
/// <param name="Message">What is wrong and what to set, in one sentence; never a secret.</param>
/// <param name="ProviderErrorCode">The provider's documented code, such as <c>generic_webhook_secret_missing</c>.</param>
public sealed record TargetProblem(string Setting, FailureReason Reason, string Message, string? ProviderErrorCode = null)
{
    /// <summary>The same as the fault of a call that was not made because of it.</summary>
    public ProviderFault ToFault() => new()
    {
        Reason = Reason,
        Message = Message,
        ProviderErrorCode = ProviderErrorCode,
        Setting = Setting,
    };
}
