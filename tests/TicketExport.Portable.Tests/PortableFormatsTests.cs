using TicketExport.Contract;

namespace TicketExport.Portable;

public sealed class PortableFormatsTests
{
    [Theory]
    [InlineData("jira", 1, PortableFormat.Markdown, PortableFormatReason.SingleFinding)]
    [InlineData(null, 1, PortableFormat.Markdown, PortableFormatReason.SingleFinding)]
    [InlineData("jira", 2, PortableFormat.Csv, PortableFormatReason.Batch)]
    [InlineData(null, 100_000, PortableFormat.Csv, PortableFormatReason.Batch)]
    [InlineData("Webhook", 1, PortableFormat.Json, PortableFormatReason.AutomationTarget)]
    [InlineData("n8n_webhook", 500, PortableFormat.Json, PortableFormatReason.AutomationTarget)]
    [Trait("Behaviour", "S154")]
    public void The_choice_follows_source_and_target_and_says_why(string? providerKey, long sources, PortableFormat format, PortableFormatReason reason) =>
        Assert.Equal(new PortableFormatChoice(format, reason), PortableFormats.Choose(providerKey, sources));

    [Fact]
    [Trait("Behaviour", "S154")]
    public void Every_webhook_provider_gets_what_a_program_reads() =>
        Assert.All(WebhookProviderKeys.All, key => Assert.Equal(PortableFormat.Json, PortableFormats.Choose(key).Format));

    [Theory]
    [InlineData("portable_export", null)]
    [InlineData("csv_export", PortableFormat.Csv)]
    [InlineData("markdown_export", PortableFormat.Markdown)]
    [InlineData("json_export", PortableFormat.Json)]
    [InlineData("JSON_Lines_Export", PortableFormat.JsonLines)]
    [Trait("Behaviour", "S149")]
    [Trait("Behaviour", "S150")]
    [Trait("Behaviour", "S151")]
    [Trait("Behaviour", "S152")]
    public void An_action_names_its_format_or_leaves_the_choice(string action, PortableFormat? expected)
    {
        Assert.True(PortableFormats.TryParseAction(action, out var format));
        Assert.Equal(expected, format);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("csv")]
    [InlineData("unknown_export")]
    [InlineData("pdf_export")]
    public void What_is_no_action_is_not_taken_for_one(string? action) => Assert.False(PortableFormats.TryParseAction(action, out _));

    [Fact]
    public void Every_format_has_a_word_and_a_media_type_and_none_has_neither()
    {
        var formats = Enum.GetValues<PortableFormat>().Where(static format => format != PortableFormat.Unknown).ToArray();

        Assert.Equal(["csv", "markdown", "json", "json_lines"], formats.Select(PortableFormats.WordOf));
        Assert.Equal(formats.Length, formats.Select(PortableFormats.MediaTypeOf).Distinct().Count());
        Assert.Throws<ArgumentOutOfRangeException>(() => PortableFormats.WordOf(PortableFormat.Unknown));
        Assert.Throws<ArgumentOutOfRangeException>(() => PortableFormats.MediaTypeOf(PortableFormat.Unknown));
        Assert.Throws<ArgumentOutOfRangeException>(() => PortableFormats.Choose("jira", 0));
    }
}
