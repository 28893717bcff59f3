using Microsoft.Extensions.Options;

namespace TicketExport.Worker;

internal sealed class WorkerOptionsRules : IValidateOptions<TicketExportWorkerOptions>
{
    public ValidateOptionsResult Validate(string? name, TicketExportWorkerOptions options)
    {
        var problems = new[]
        {
            Check(nameof(options.PollInterval), options.PollInterval, TimeSpan.FromMilliseconds(100), TimeSpan.FromHours(1)),
            Check(nameof(options.MaxParallel), options.MaxParallel, 1, 500),
            Check(nameof(options.MaxParallelPerTarget), options.MaxParallelPerTarget, 1, 500),
            Check(nameof(options.MaxFaults), options.MaxFaults, 1, 100),
        }.OfType<string>().ToArray();
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static string? Check<T>(string option, T value, T min, T max)
        where T : IComparable<T> =>
        value.CompareTo(min) >= 0 && value.CompareTo(max) <= 0
            ? null
            : $"{TicketExportWorkerOptions.SectionName}:{option} is {value}; set it between {min} and {max}.";
}
