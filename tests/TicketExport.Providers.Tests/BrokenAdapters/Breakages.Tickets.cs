using TicketExport.States;
using TicketExport.Testing.Conformance.Adapters;

namespace TicketExport.Providers.Tests.BrokenAdapters;

internal static partial class Breakages
{
    private static Dictionary<string, Breakage> Reading => new()
    {
        [nameof(AdapterConformanceTests.A_read_tells_open_in_progress_and_done_apart)] = Guessing(ProviderStatus.Done),
        [nameof(AdapterConformanceTests.A_read_tells_that_somebody_works_on_a_ticket)] = Guessing(ProviderStatus.InProgress),
        [nameof(AdapterConformanceTests.A_status_that_cannot_be_mapped_is_unknown_and_never_guessed)] = Guessing(ProviderStatus.Unknown),
        [nameof(AdapterConformanceTests.A_read_goes_to_the_ticket_and_not_to_an_index)] = new()
        {
            Read = static async (parts, request) =>
            {
                (await Parts.SendAsync(HttpMethod.Get, request.Target, request.Credential, "api/tickets?marker=x")).Dispose();
                return await ((IStatusProvider)parts.Good).ReadAsync(request, default);
            },
        },
        [nameof(AdapterConformanceTests.A_deleted_ticket_is_missing)] =
            Reads(static (outcome, _) => outcome is ReadOutcome.Missing missing ? new ReadOutcome.Failed(missing.Fault) : outcome),
        [nameof(AdapterConformanceTests.A_ticket_out_of_reach_is_forbidden_and_not_deleted)] =
            Reads(static (outcome, _) => outcome is ReadOutcome.Forbidden forbidden ? new ReadOutcome.Missing(forbidden.Fault) : outcome),
        [nameof(AdapterConformanceTests.A_moved_ticket_keeps_its_id_and_tells_its_new_name)] =
            Reads(static (outcome, asked) => outcome is ReadOutcome.Read read ? new ReadOutcome.Read(read.Ticket with { Reference = asked }) : outcome),
        [nameof(AdapterConformanceTests.A_read_that_fails_never_says_missing)] =
            Reads(static (outcome, _) => outcome is ReadOutcome.Failed failed ? new ReadOutcome.Missing(failed.Fault) : outcome),
        [nameof(AdapterConformanceTests.A_read_of_another_ticket_than_the_asked_one_is_not_believed)] = Reads(static (outcome, asked) => outcome is ReadOutcome.Failed
            ? new ReadOutcome.Read(new TicketSnapshot { RawStatus = "To do", Status = ProviderStatus.Open, Reference = asked })
            : outcome),
        [nameof(AdapterConformanceTests.A_check_names_whom_the_credentials_belong_to_and_changes_nothing)] =
            new() { Check = static outcome => outcome is TargetCheckOutcome.Connected connected ? connected with { Identity = "" } : outcome },
        [nameof(AdapterConformanceTests.A_check_with_a_wrong_secret_is_refused_and_names_it)] =
            new() { Check = static outcome => outcome is TargetCheckOutcome.Refused refused ? new TargetCheckOutcome.Failed(refused.Fault) : outcome },
        [nameof(AdapterConformanceTests.A_check_that_cannot_be_made_fails_and_refuses_nothing)] =
            new() { Check = static outcome => outcome is TargetCheckOutcome.Failed failed ? new TargetCheckOutcome.Refused(failed.Fault) : outcome },
        [nameof(AdapterConformanceTests.Discovered_fields_tell_what_is_demanded_and_change_nothing)] =
            new() { Fields = static outcome => outcome is FieldsOutcome.Found ? new FieldsOutcome.Found([]) : outcome },
        [nameof(AdapterConformanceTests.Discovering_fields_tells_refused_and_failed_apart)] =
            new() { Fields = static outcome => outcome is FieldsOutcome.Refused refused ? new FieldsOutcome.Failed(refused.Fault) : outcome },
    };

    private static Dictionary<string, Breakage> Changes => new()
    {
        [nameof(AdapterConformanceTests.An_update_brings_the_newer_text_and_may_be_repeated)] =
            new() { Update = static (_, request) => Task.FromResult<ChangeOutcome>(new ChangeOutcome.Changed(request.Ticket)) },
        [nameof(AdapterConformanceTests.An_update_keeps_the_marker)] = NeverFinds,
        [nameof(AdapterConformanceTests.The_marker_survives_a_person_who_edits_the_body)] = NeverFinds,
        [nameof(AdapterConformanceTests.An_update_keeps_the_status_and_what_people_said)] = new()
        {
            Update = static async (parts, request) =>
            {
                await ((IReopenProvider)parts.Good).ReopenAsync(
                    new ReopenTicketRequest { Account = request.Account, Target = request.Target, Credential = request.Credential, Ticket = request.Ticket },
                    default);
                return await ((IUpdateProvider)parts.Good).UpdateAsync(request, default);
            },
        },
        [nameof(AdapterConformanceTests.A_ticket_is_closed_and_closing_it_again_changes_nothing)] = new()
        {
            Close = static async (parts, request) => parts.Count("closes") > 1
                ? new ChangeOutcome.Rejected(new ProviderFault { Reason = FailureReason.Conflict, Message = "Closed before." })
                : await ((ICloseProvider)parts.Good).CloseAsync(request, default),
        },
        [nameof(AdapterConformanceTests.A_closed_ticket_is_reopened_and_reopening_it_again_changes_nothing)] = new()
        {
            Reopen = static async (parts, request) => parts.Count("reopens") > 1
                ? new ChangeOutcome.Rejected(new ProviderFault { Reason = FailureReason.Conflict, Message = "Open." })
                : await ((IReopenProvider)parts.Good).ReopenAsync(request, default),
        },
        [nameof(AdapterConformanceTests.Changes_tell_missing_refused_unsent_and_unknown_apart)] =
            Closes(static outcome => outcome is ChangeOutcome.Unknown unknown ? new ChangeOutcome.Rejected(unknown.Fault) : outcome),
        [nameof(AdapterConformanceTests.A_change_of_a_deleted_ticket_is_missing_and_makes_no_new_one)] =
            Closes(static outcome => outcome is ChangeOutcome.Missing missing ? new ChangeOutcome.Rejected(missing.Fault) : outcome),
        [nameof(AdapterConformanceTests.A_change_whose_answer_cannot_be_read_is_never_reported_as_refused)] =
            Closes(static outcome => outcome is ChangeOutcome.Unknown unknown ? new ChangeOutcome.Rejected(unknown.Fault) : outcome),
        [nameof(AdapterConformanceTests.A_comment_is_posted_once_with_its_text_and_its_id)] = new()
        {
            Comment = static async (parts, request) =>
            {
                await ((ICommentProvider)parts.Good).AddCommentAsync(request, default);
                return await ((ICommentProvider)parts.Good).AddCommentAsync(request, default);
            },
        },
        [nameof(AdapterConformanceTests.A_comment_that_is_added_again_stands_once_where_the_sheet_says_so)] = new() { Sheet = static sheet => sheet with { RepeatsComments = true } },
        [nameof(AdapterConformanceTests.A_comment_that_was_refused_and_one_that_may_stand_are_told_apart)] = new()
        {
            Comment = static async (parts, request) => await ((ICommentProvider)parts.Good).AddCommentAsync(request, default) switch
            {
                CommentOutcome.Unknown unknown => new CommentOutcome.Rejected(unknown.Fault),
                var other => other,
            },
        },
    };

    private static Breakage Guessing(ProviderStatus wrong) => Reads((outcome, _) => outcome is ReadOutcome.Read { Ticket: var ticket } && ticket.Status == wrong
        ? new ReadOutcome.Read(ticket with { Status = wrong == ProviderStatus.Open ? ProviderStatus.Done : ProviderStatus.Open })
        : outcome);

    private static Breakage Reads(Func<ReadOutcome, TicketReference, ReadOutcome> change) => new()
    {
        Read = async (parts, request) => change(await ((IStatusProvider)parts.Good).ReadAsync(request, default), request.Ticket),
    };

    private static Breakage Closes(Func<ChangeOutcome, ChangeOutcome> change) => new()
    {
        Close = async (parts, request) => change(await ((ICloseProvider)parts.Good).CloseAsync(request, default)),
    };
}
