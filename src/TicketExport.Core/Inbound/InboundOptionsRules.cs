using Microsoft.Extensions.Options;

namespace TicketExport.Inbound;

internal sealed class InboundOptionsRules : IValidateOptions<TicketInboundOptions>
{
    public ValidateOptionsResult Validate(string? name, TicketInboundOptions options)
    {
        var problems = new[]
        {
            Check(nameof(options.MaxBodyBytes), options.MaxBodyBytes, 1_024, 26_214_400),
            Check(nameof(options.MaxPerMinute), options.MaxPerMinute, 1, 600_000),
            Check(nameof(options.Retention), options.Retention, TimeSpan.FromDays(1), TimeSpan.FromDays(3_650)),
        }.OfType<string>().ToArray();
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static string? Check<T>(string option, T value, T min, T max)
        where T : IComparable<T> =>
        value.CompareTo(min) >= 0 && value.CompareTo(max) <= 0
            ? null
            : $"{TicketInboundOptions.SectionName}:{option} is {value}; set it between {min} and {max}.";
}
