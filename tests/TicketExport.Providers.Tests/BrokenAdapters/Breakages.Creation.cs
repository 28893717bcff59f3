using TicketExport.Testing.Conformance.Adapters;

namespace TicketExport.Providers.Tests.BrokenAdapters;

internal static partial class Breakages
{
    private static Dictionary<string, Breakage> Creation => new()
    {
        [nameof(AdapterConformanceTests.A_create_sends_one_create_request_with_the_marker_in_it)] = CreatesTwice,
        [nameof(AdapterConformanceTests.A_created_ticket_is_named_by_id_key_and_address)] = Creating(static outcome =>
            outcome is CreateOutcome.Created created ? new CreateOutcome.Created(created.Ticket with { ExternalIssueId = null }) : outcome),
        [nameof(AdapterConformanceTests.What_the_document_says_arrives)] = new()
        {
            Create = static (parts, request, token) => parts.Good.CreateAsync(request with { Document = request.Document with { Title = "Finding" } }, token),
        },
        [nameof(AdapterConformanceTests.The_same_document_twice_gives_one_ticket)] = CreatesTwice,
        [nameof(AdapterConformanceTests.Different_documents_give_different_tickets)] = new()
        {
            Create = static async (parts, request, token) => parts.First("created", await parts.Good.CreateAsync(request, token)),
        },
        [nameof(AdapterConformanceTests.Eight_callers_at_once_get_one_ticket)] = CreatesTwice,
        [nameof(AdapterConformanceTests.Twenty_documents_at_once_get_twenty_tickets)] = CreatesTwice,
        [nameof(AdapterConformanceTests.One_provider_serves_two_targets_at_two_trackers_without_mixing_them_up)] = new()
        {
            Create = static (parts, request, token) => parts.Good.CreateAsync(request with { Credential = parts.First("credential", request.Credential) }, token),
        },
    };

    private static Dictionary<string, Breakage> Doubts => new()
    {
        [nameof(AdapterConformanceTests.A_lost_reply_is_found_again_and_never_repeated)] = NeverFinds,
        [nameof(AdapterConformanceTests.A_request_cut_before_the_commit_ends_as_one_ticket_or_stays_unknown)] = Finding(static _ => new FindOutcome.Absent(Proven: false)),
        [nameof(AdapterConformanceTests.A_commit_within_the_settle_window_leads_to_one_ticket)] = NeverFinds,
        [nameof(AdapterConformanceTests.A_commit_after_the_look_up_never_leads_to_a_second_ticket)] = GoodAdapters.Lagging with { Find = NeverFinds.Find },
        [nameof(AdapterConformanceTests.An_index_that_lags_within_the_settle_window_hides_nothing)] = NeverFinds,
        [nameof(AdapterConformanceTests.An_index_that_lags_beyond_the_settle_window_never_leads_to_a_second_ticket)] = GoodAdapters.Lagging with { Find = NeverFinds.Find },
        [nameof(AdapterConformanceTests.An_answer_that_cannot_be_read_is_unknown)] = TakesDoubtForRefusal,
        [nameof(AdapterConformanceTests.An_answer_that_cannot_be_read_never_leads_to_a_second_ticket)] = NeverFinds,
        [nameof(AdapterConformanceTests.A_failure_of_the_server_is_unknown)] = TakesDoubtForUnsent,
        [nameof(AdapterConformanceTests.A_failure_of_the_server_after_the_commit_never_leads_to_a_second_ticket)] = TakesDoubtForUnsent,
        [nameof(AdapterConformanceTests.A_body_that_breaks_off_is_unknown)] = TakesDoubtForUnsent,
        [nameof(AdapterConformanceTests.A_sign_in_page_is_no_ticket_and_points_to_the_credentials)] = Unnamed,
        [nameof(AdapterConformanceTests.A_refused_connection_proves_that_nothing_was_sent)] = DoubtsEverything,
        [nameof(AdapterConformanceTests.A_call_that_is_cancelled_before_it_leaves_sends_nothing)] = DoubtsEverything,
        [nameof(AdapterConformanceTests.A_call_that_is_cancelled_after_it_left_is_unknown)] = TakesDoubtForUnsent,
        [nameof(AdapterConformanceTests.Whatever_goes_wrong_every_finding_has_one_ticket_or_is_known_to_be_unknown)] = NeverFinds,
    };

    private static Breakage TakesDoubtForRefusal { get; } =
        Creating(static outcome => outcome is CreateOutcome.Unknown unknown ? new CreateOutcome.Rejected(unknown.Fault) : outcome);

    private static Breakage TakesDoubtForUnsent { get; } =
        Creating(static outcome => outcome is CreateOutcome.Unknown unknown ? new CreateOutcome.NotSent(unknown.Fault) : outcome);

    private static Breakage DoubtsEverything { get; } =
        Creating(static outcome => outcome is CreateOutcome.NotSent notSent ? new CreateOutcome.Unknown(notSent.Fault) : outcome);
}
