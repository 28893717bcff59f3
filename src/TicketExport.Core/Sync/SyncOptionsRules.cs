using Microsoft.Extensions.Options;

namespace TicketExport.Sync;

internal sealed class SyncOptionsRules : IValidateOptions<TicketSyncOptions>
{
    public ValidateOptionsResult Validate(string? name, TicketSyncOptions options)
    {
        var longest = TimeSpan.FromDays(30);
        var problems = new[]
        {
            Check(nameof(options.Interval), options.Interval, TimeSpan.FromMinutes(1), longest),
            Check(nameof(options.DoneInterval), options.DoneInterval, options.Interval < longest ? options.Interval : longest, TimeSpan.FromDays(365)),
            Check(nameof(options.MaxPerMinute), options.MaxPerMinute, 1, 6_000),
            Check(nameof(options.MaxParallel), options.MaxParallel, 1, 64),
            Check(nameof(options.BatchSize), options.BatchSize, 1, 1_000),
            Check(nameof(options.PollInterval), options.PollInterval, TimeSpan.FromMilliseconds(100), TimeSpan.FromHours(1)),
        }.OfType<string>().ToArray();
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static string? Check<T>(string option, T value, T min, T max)
        where T : IComparable<T> =>
        value.CompareTo(min) >= 0 && value.CompareTo(max) <= 0
            ? null
            : $"{TicketSyncOptions.SectionName}:{option} is {value}; set it between {min} and {max}.";
}
