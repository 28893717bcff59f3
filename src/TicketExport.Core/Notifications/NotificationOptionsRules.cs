using Microsoft.Extensions.Options;

namespace TicketExport.Notifications;

internal sealed class NotificationOptionsRules : IValidateOptions<NotificationOptions>
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(7);

    public ValidateOptionsResult Validate(string? name, NotificationOptions options)
    {
        var (second, hour) = (TimeSpan.FromSeconds(1), TimeSpan.FromHours(1));
        var problems = new[]
        {
            Check(nameof(options.Timeout), options.Timeout, second, hour),
            Check(nameof(options.PollInterval), options.PollInterval, TimeSpan.FromMilliseconds(100), hour),
            Check(nameof(options.RetryMaxDelay), options.RetryMaxDelay, second, LongestDelay),
            Check(nameof(options.RetryBaseDelay), options.RetryBaseDelay, second, options.RetryMaxDelay > second ? options.RetryMaxDelay : second),
        };
        var found = problems.OfType<string>().ToArray();
        return found.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(found);
    }

    private static string? Check(string option, TimeSpan value, TimeSpan min, TimeSpan max) =>
        value >= min && value <= max ? null : $"{NotificationOptions.SectionName}:{option} is {value}; set it between {min} and {max}.";
}
