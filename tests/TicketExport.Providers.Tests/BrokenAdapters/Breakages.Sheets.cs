using System.Collections.Immutable;
using System.Text.Json;
using TicketExport.Rendering;
using TicketExport.Testing.Conformance.Adapters;

namespace TicketExport.Providers.Tests.BrokenAdapters;

internal static partial class Breakages
{
    private static Dictionary<string, Breakage> Texts => new()
    {
        [nameof(AdapterConformanceTests.A_title_over_the_limit_is_cut_at_a_whole_character)] = WithLimits(static limits => limits with { Title = new TextLimit(100, TextUnit.Utf16) }),
        [nameof(AdapterConformanceTests.A_title_at_the_limit_arrives_whole)] = WithLimits(static limits => limits with { Title = new TextLimit(300, TextUnit.Utf16) }),
        [nameof(AdapterConformanceTests.A_body_over_the_limit_is_cut_and_keeps_its_marker)] = WithLimits(static limits => limits with { Body = new TextLimit(1000, TextUnit.Utf16) }),
        [nameof(AdapterConformanceTests.A_comment_over_the_limit_is_cut)] = WithLimits(static limits => limits with { Comment = new TextLimit(1000, TextUnit.Utf16) }),
        [nameof(AdapterConformanceTests.Labels_of_every_kind_are_fitted_to_the_tracker)] = WithLimits(static limits => limits with { Label = new TextLimit(20, TextUnit.Utf16) }),
        [nameof(AdapterConformanceTests.Hostile_text_is_inert_in_title_and_body)] = new()
        {
            Create = static async (_, request, token) =>
            {
                var json = JsonSerializer.Serialize(new { title = request.Document.Title, body = request.Document.Summary, marker = request.Keys.Marker.ToString() });
                using var answer = await Parts.SendAsync(HttpMethod.Post, request.Target, request.Credential, "api/tickets", json);
                using var ticket = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(token));
                return new CreateOutcome.Created(new TicketReference { ProviderTicketId = ticket.RootElement.GetProperty("id").GetString()! });
            },
        },
        [nameof(AdapterConformanceTests.Hostile_text_is_inert_in_a_comment)] = new() { LiveCommentMarkup = ["[x](javascript:"] },
    };

    private static Dictionary<string, Breakage> Sheets => new()
    {
        [nameof(AdapterConformanceTests.The_facts_of_every_ability_run)] = new() { Abilities = static abilities => abilities.Remove(typeof(ICloseProvider)) },
        [nameof(AdapterConformanceTests.Every_fact_that_is_left_out_is_one_and_has_a_reason)] = new()
        {
            LeftOut = ImmutableDictionary<string, string>.Empty.Add(nameof(AdapterConformanceTests.A_moved_ticket_keeps_its_id_and_tells_its_new_name), "no"),
        },
        [nameof(AdapterConformanceTests.The_sheet_is_complete)] = new() { Sheet = static sheet => sheet with { MarkerStamp = null } },
        [nameof(AdapterConformanceTests.The_limits_and_times_of_the_sheet_can_be_kept)] = new() { Sheet = static sheet => sheet with { Timeout = TimeSpan.FromSeconds(60) } },
        [nameof(AdapterConformanceTests.A_target_without_a_required_field_sends_nothing_and_names_all_of_them)] = NoWordOfTheBoard,
        [nameof(AdapterConformanceTests.A_setting_that_says_where_tickets_go_has_an_effect)] = NoWordOfTheBoard,
        [nameof(AdapterConformanceTests.A_good_target_has_no_problem)] = new()
        {
            Rules = static (problems, _) => problems.Add(new("Settings:board", FailureReason.Configuration, "The board is not to our liking.")),
        },
        [nameof(AdapterConformanceTests.A_target_without_anything_is_told_all_of_its_problems_at_once)] = new() { Rules = static (problems, _) => [.. problems.Take(1)] },
        [nameof(AdapterConformanceTests.A_value_that_is_not_allowed_is_named)] = NoWordOfTheBoard,
        [nameof(AdapterConformanceTests.An_unsafe_address_is_refused_before_anything_is_sent)] = new()
        {
            Rules = static (problems, _) => problems.RemoveAll(static problem => problem.Setting == "BaseUrl"),
            Create = static async (parts, request, token) => new CreateOutcome.NotSent(FaultOf(await parts.Good.CreateAsync(request, token))),
        },
    };

    private static Breakage NoWordOfTheBoard { get; } = new() { Rules = static (problems, _) => problems.RemoveAll(static problem => problem.Setting == "Settings:board") };

    private static Breakage WithLimits(Func<ProviderLimits, ProviderLimits> change) => new() { Sheet = sheet => sheet with { Limits = change(sheet.Limits) } };
}
