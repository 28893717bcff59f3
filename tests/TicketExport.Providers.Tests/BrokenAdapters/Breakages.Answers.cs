using Microsoft.Extensions.Logging;
using TicketExport.Testing;
using TicketExport.Testing.Conformance.Adapters;

namespace TicketExport.Providers.Tests.BrokenAdapters;

internal static partial class Breakages
{
    private static Dictionary<string, Breakage> LookUps => new()
    {
        [nameof(AdapterConformanceTests.A_look_up_before_any_ticket_answers_as_the_guarantee_class_promises)] = Finding(static _ => new FindOutcome.Absent(Proven: false)),
        [nameof(AdapterConformanceTests.A_look_up_after_a_create_answers_as_the_guarantee_class_promises)] = NeverFinds,
        [nameof(AdapterConformanceTests.A_create_that_may_be_repeated_gives_the_same_ticket)] = GoodAdapters.Native with { IsIdempotent = false },
        [nameof(AdapterConformanceTests.A_look_up_tells_the_tickets_of_different_documents_apart)] = new()
        {
            Find = static async (parts, request) => parts.First("found", await parts.Good.FindAsync(request, default)),
        },
        [nameof(AdapterConformanceTests.A_ticket_is_found_behind_a_hundred_newer_ones)] = new()
        {
            Create = static (parts, request, token) =>
            {
                parts.Count("creates");
                return parts.Good.CreateAsync(request, token);
            },
            Find = static async (parts, request) => parts.Count("creates") > 100 ? new FindOutcome.Absent(Proven: true) : await parts.Good.FindAsync(request, default),
        },
        [nameof(AdapterConformanceTests.A_marker_that_somebody_wrote_into_a_text_is_not_taken_for_a_ticket)] = new()
        {
            Create = static async (parts, request, token) => parts.First(request.Document.Title, await parts.Good.CreateAsync(request, token)),
            Find = static async (parts, request) => parts.Memory.GetValueOrDefault(request.Keys.Marker.ToString()) is CreateOutcome.Created created
                ? new FindOutcome.Found([created.Ticket])
                : await parts.Good.FindAsync(request, default),
        },
        [nameof(AdapterConformanceTests.A_look_up_that_fails_never_says_absent)] =
            Finding(static outcome => outcome is FindOutcome.Failed { Fault.ResponseCode: 404 } ? new FindOutcome.Absent(Proven: true) : outcome),
        [nameof(AdapterConformanceTests.A_look_up_that_is_told_to_wait_says_until_when)] =
            Finding(static outcome => outcome is FindOutcome.Failed failed ? new FindOutcome.Failed(failed.Fault) : outcome),
        [nameof(AdapterConformanceTests.A_look_up_changes_nothing)] = new()
        {
            Find = static async (parts, request) =>
            {
                var outcome = await parts.Good.FindAsync(request, default);
                if (outcome is FindOutcome.Found { Tickets: [var ticket, ..] })
                {
                    await ((ICloseProvider)parts.Good).CloseAsync(
                        new CloseTicketRequest { Account = request.Account, Target = request.Target, Credential = request.Credential, Ticket = ticket },
                        default);
                }

                return outcome;
            },
        },
    };

    private static Dictionary<string, Breakage> Refusals => new()
    {
        [nameof(AdapterConformanceTests.A_refusal_gives_its_reason_its_status_and_what_to_change)] = Unnamed,
        [nameof(AdapterConformanceTests.A_conflict_is_no_ticket_and_never_leads_to_two)] = TakesDoubtForUnsent,
        [nameof(AdapterConformanceTests.A_wrong_secret_is_refused_by_the_tracker_and_named)] = Unnamed,
        [nameof(AdapterConformanceTests.A_refusal_reaches_the_caller_with_code_next_step_and_setting_and_is_not_repeated)] = Unnamed,
        [nameof(AdapterConformanceTests.A_limit_on_requests_gives_the_time_to_wait_and_pauses_the_target)] =
            Creating(static outcome => outcome is CreateOutcome.RateLimited limited ? new CreateOutcome.RateLimited(limited.Fault, null) : outcome),
        [nameof(AdapterConformanceTests.A_redirect_is_not_followed_and_nothing_reaches_its_target)] = new()
        {
            Create = static async (_, request, _) =>
            {
                using var answer = await Parts.SendAsync(HttpMethod.Post, request.Target, request.Credential, "api/tickets", "{}");
                return new CreateOutcome.Rejected(new ProviderFault { Reason = FailureReason.Redirected, Message = "Redirected.", Setting = "BaseUrl", ResponseCode = 307 });
            },
        },
        [nameof(AdapterConformanceTests.A_redirected_look_up_takes_no_credentials_to_another_origin)] = new()
        {
            Find = static async (_, request) =>
            {
                using var answer = await Parts.SendAsync(HttpMethod.Get, request.Target, request.Credential, "api/tickets?marker=x");
                return new FindOutcome.Failed(new ProviderFault { Reason = FailureReason.Redirected, Message = "Redirected." });
            },
        },
        [nameof(AdapterConformanceTests.A_next_page_at_another_origin_gets_no_credentials)] = new()
        {
            Find = static async (parts, request) =>
            {
                using var answer = await Parts.SendAsync(HttpMethod.Get, request.Target, request.Credential, "api/tickets?marker=x");
                if (answer.Headers.TryGetValues("Link", out var links))
                {
                    (await Parts.SendAsync(HttpMethod.Get, request.Target, request.Credential, links.First().Split('<', '>')[1])).Dispose();
                }

                return new FindOutcome.Absent(Proven: true);
            },
        },
    };

    private static Dictionary<string, Breakage> Secrets => new()
    {
        [nameof(AdapterConformanceTests.No_secret_and_no_text_of_a_ticket_reach_results_logs_or_spans)] = new()
        {
            Create = static (parts, request, token) =>
            {
#pragma warning disable CA1848, CA1873, CA2254 // As careless code logs.
                parts.Logger.LogTrace($"Sending {request.Document.Title}");
#pragma warning restore CA1848, CA1873, CA2254
                return parts.Good.CreateAsync(request, token);
            },
        },
        [nameof(AdapterConformanceTests.No_problem_of_a_target_repeats_a_secret)] = new()
        {
            Rules = static (problems, target) => target.BaseUrl is { UserInfo.Length: > 0 } address
                ? problems.Add(new("BaseUrl", FailureReason.UnsafeAddress, $"{address.OriginalString} cannot be used."))
                : problems,
        },
        [nameof(AdapterConformanceTests.A_secret_with_a_line_break_never_leaves)] = new()
        {
            Create = static async (_, request, _) =>
            {
                request.Credential.TryGet(FakeTrackerDefaults.TokenCredential, out var secret);
                await Task.Yield();
                return new CreateOutcome.Rejected(new ProviderFault { Reason = FailureReason.Configuration, Message = $"'{secret}' cannot be sent." });
            },
        },
        [nameof(AdapterConformanceTests.Credentials_travel_in_headers_and_never_in_addresses)] = new()
        {
            Find = static async (parts, request) =>
            {
                request.Credential.TryGet(FakeTrackerDefaults.TokenCredential, out var secret);
                (await Parts.SendAsync(HttpMethod.Get, request.Target, request.Credential, $"api/tickets?marker=x&token={secret}")).Dispose();
                return await parts.Good.FindAsync(request, default);
            },
        },
    };

    private static Dictionary<string, Breakage> Inbound => new()
    {
        [nameof(AdapterConformanceTests.A_signed_delivery_is_verified_and_names_ticket_and_actor)] = new()
        {
            Hear = static (outcome, _) => outcome is InboundOutcome.Authentic verified
                ? verified with { Events = [.. verified.Events.Select(static told => told with { ActorId = null })] }
                : outcome,
        },
        [nameof(AdapterConformanceTests.What_a_delivery_tells_is_believed_after_a_read_and_its_repetition_does_nothing)] = new()
        {
            Hear = static (outcome, _) => outcome is InboundOutcome.Authentic verified
                ? verified with { Events = [.. verified.Events.Select(static told => told with { Ticket = told.Ticket with { ProviderTicketId = "another" } })] }
                : outcome,
        },
        [nameof(AdapterConformanceTests.A_delivery_without_signature_is_refused)] = BelievesAll,
        [nameof(AdapterConformanceTests.A_delivery_with_another_secret_is_refused)] = BelievesAll,
        [nameof(AdapterConformanceTests.A_delivery_with_one_changed_byte_is_refused)] = new()
        {
            Hear = static (outcome, request) => request.Headers.ContainsKey(WholeProvider.SignatureHeader) ? new InboundOutcome.Authentic(null, []) : outcome,
        },
        [nameof(AdapterConformanceTests.A_target_without_a_webhook_secret_takes_no_delivery)] = BelievesAll,
        [nameof(AdapterConformanceTests.A_delivery_with_the_previous_secret_is_still_verified)] = new()
        {
            Hear = static (outcome, request) => request.Credential.TryGet("previous_webhook_secret", out _) ? new InboundOutcome.Refused(InboundRefusal.SignatureInvalid) : outcome,
        },
    };

    private static Breakage BelievesAll { get; } = new() { Hear = static (_, request) => WholeProvider.Parse(request) };
}
