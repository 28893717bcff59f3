using Microsoft.Extensions.Time.Testing;
using TicketExport.Providers;
using TicketExport.States;

namespace TicketExport.Http;

public sealed class TicketHttpOutcomesTests
{
    private static readonly TicketHttpWords Words = new("Acme", "Credentials:token", "Settings:project");
    private static readonly FakeTimeProvider Time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private static readonly TicketReference Ticket = new() { ProviderTicketId = "7" };
    private static readonly TicketHttpOutcomes Outcomes = new(Words, static answer => TicketHttpStatus.Judge(answer, Words, Time));
    private static readonly TicketHttpResult Lost = new TicketHttpResult.Unanswered(new(TicketHttpFailureCause.Interrupted));
    private static readonly TicketHttpResult Refused = new TicketHttpResult.Unsent(new(TicketHttpFailureCause.Connection));
    private static readonly TicketHttpResult Unsafe = new TicketHttpResult.Unsent(new(TicketHttpFailureCause.UnsafeAddress) { Rule = AddressRule.Loopback });

    [Theory]
    [InlineData(201, "Created", null, null)]
    [InlineData(301, "Rejected", FailureReason.Redirected, "BaseUrl")]
    [InlineData(400, "Rejected", FailureReason.Validation, null)]
    [InlineData(401, "Rejected", FailureReason.Authentication, "Credentials:token")]
    [InlineData(403, "Rejected", FailureReason.Permission, "Credentials:token")]
    [InlineData(404, "Rejected", FailureReason.NotFound, "Settings:project")]
    [InlineData(408, "Unknown", FailureReason.Unavailable, null)]
    [InlineData(409, "Unknown", FailureReason.Unavailable, null)]
    [InlineData(410, "Rejected", FailureReason.NotFound, "Settings:project")]
    [InlineData(413, "Rejected", FailureReason.Validation, null)]
    [InlineData(422, "Rejected", FailureReason.Validation, null)]
    [InlineData(425, "Unknown", FailureReason.Unavailable, null)]
    [InlineData(429, "RateLimited", FailureReason.RateLimited, null)]
    [InlineData(500, "Unknown", FailureReason.Unavailable, null)]
    [InlineData(503, "Unknown", FailureReason.Unavailable, null)]
    public void A_create_is_read_by_its_status(int status, string outcome, FailureReason? reason, string? setting)
    {
        var created = Outcomes.ToCreate(Answered(Answers.Of(status)), static _ => Ticket);

        var fault = FaultOf(created);
        Assert.Equal((outcome, reason, setting), (created.GetType().Name, fault?.Reason, fault?.Setting));
        Assert.Equal(fault is null ? null : (int?)status, fault?.ResponseCode);
        Assert.True(fault is null || fault.Message.EndsWith($"(HTTP {status}).", StringComparison.Ordinal));
    }

    [Fact]
    public void What_never_left_is_not_sent_and_what_was_lost_is_unknown()
    {
        Assert.IsType<CreateOutcome.NotSent>(Outcomes.ToCreate(Refused, static _ => Ticket));
        Assert.IsType<CreateOutcome.Unknown>(Outcomes.ToCreate(Lost, static _ => Ticket));
        Assert.IsType<ChangeOutcome.NotSent>(Outcomes.ToChange(Refused, static _ => Ticket));
        Assert.IsType<ChangeOutcome.Unknown>(Outcomes.ToChange(Lost, static _ => Ticket));
        Assert.IsType<CommentOutcome.Rejected>(Outcomes.ToComment(Refused, static _ => "1"));
        Assert.IsType<CommentOutcome.Unknown>(Outcomes.ToComment(Lost, static _ => "1"));
        Assert.Equal("BaseUrl", Assert.IsType<CreateOutcome.Rejected>(Outcomes.ToCreate(Unsafe, static _ => Ticket)).Fault.Setting);
    }

    [Theory]
    [InlineData("text/html", FailureReason.Authentication, "Credentials:token")]
    [InlineData("application/json", FailureReason.Ambiguous, null)]
    public void A_2xx_that_cannot_be_read_is_unknown_for_a_change_and_a_failure_for_a_read(string contentType, FailureReason reason, string? setting)
    {
        var answer = Answered(Answers.Of(200, "<html>canary</html>", contentType));

        var created = Assert.IsType<CreateOutcome.Unknown>(Outcomes.ToCreate(answer, static _ => null)).Fault;
        Assert.Equal((reason, setting), (created.Reason, created.Setting));
        Assert.DoesNotContain("canary", created.Message, StringComparison.Ordinal);
        Assert.IsType<ChangeOutcome.Unknown>(Outcomes.ToChange(answer, static _ => null));
        Assert.IsType<CommentOutcome.Unknown>(Outcomes.ToComment(answer, static _ => null));
        Assert.IsType<FindOutcome.Failed>(Outcomes.ToFind(answer, static _ => null));
        Assert.IsType<ReadOutcome.Failed>(Outcomes.ToRead(answer, static _ => null));
        Assert.IsType<TargetCheckOutcome.Refused>(Outcomes.ToCheck(answer, static _ => null));
    }

    [Fact]
    public void A_read_before_the_create_never_makes_its_outcome_unknown()
    {
        Assert.IsType<CreateOutcome.NotSent>(Outcomes.ToNotCreated(Lost));
        Assert.IsType<CreateOutcome.NotSent>(Outcomes.ToNotCreated(Answered(Answers.Of(500))));
        Assert.IsType<CreateOutcome.RateLimited>(Outcomes.ToNotCreated(Answered(Answers.Of(429))));
        Assert.IsType<CreateOutcome.Rejected>(Outcomes.ToNotCreated(Answered(Answers.Of(401))));
        Assert.Null(Outcomes.ToNotCreated(Answered(Answers.Of(200))));
        Assert.IsType<ChangeOutcome.NotSent>(Outcomes.ToNotChanged(Lost));
        Assert.IsType<ChangeOutcome.Missing>(Outcomes.ToNotChanged(Answered(Answers.Of(404))));
        Assert.Null(Outcomes.ToNotChanged(Answered(Answers.Of(200))));
    }

    [Fact]
    public void A_wait_that_the_tracker_asks_for_stays_with_every_outcome_that_can_carry_it()
    {
        var until = Time.GetUtcNow().AddSeconds(90);
        var limited = Answered(Answers.Of(429, headers: ("Retry-After", "90")));
        var down = Answered(Answers.Of(503, headers: ("Retry-After", "90")));

        Assert.Equal(until, Assert.IsType<CreateOutcome.RateLimited>(Outcomes.ToCreate(limited, static _ => Ticket)).Until);
        Assert.Equal(until, Assert.IsType<CreateOutcome.Unknown>(Outcomes.ToCreate(down, static _ => Ticket)).Until);
        Assert.Equal(until, Assert.IsType<ChangeOutcome.RateLimited>(Outcomes.ToChange(limited, static _ => Ticket)).Until);
        Assert.Equal(until, Assert.IsType<CommentOutcome.Rejected>(Outcomes.ToComment(limited, static _ => "1")).Until);
        Assert.Equal(until, Assert.IsType<FindOutcome.Failed>(Outcomes.ToFind(down, static _ => null)).Until);
        Assert.Equal(until, Assert.IsType<ReadOutcome.Failed>(Outcomes.ToRead(limited, static _ => null)).Until);
        Assert.Equal(until, Assert.IsType<TargetCheckOutcome.Failed>(Outcomes.ToCheck(down, static _ => null)).Until);
    }

    [Fact]
    public void Missing_forbidden_and_failed_reads_are_told_apart()
    {
        Assert.IsType<ReadOutcome.Missing>(Outcomes.ToRead(Answered(Answers.Of(404)), static _ => null));
        Assert.IsType<ReadOutcome.Forbidden>(Outcomes.ToRead(Answered(Answers.Of(403)), static _ => null));
        Assert.IsType<ReadOutcome.Failed>(Outcomes.ToRead(Answered(Answers.Of(401)), static _ => null));
        Assert.IsType<ReadOutcome.Failed>(Outcomes.ToRead(Lost, static _ => null));
        Assert.IsType<ChangeOutcome.Missing>(Outcomes.ToChange(Answered(Answers.Of(410)), static _ => Ticket));
        Assert.IsType<ChangeOutcome.Rejected>(Outcomes.ToChange(Answered(Answers.Of(403)), static _ => Ticket));
    }

    [Fact]
    public void A_success_is_what_the_reader_makes_of_it()
    {
        var snapshot = new TicketSnapshot { RawStatus = "Open", Status = ProviderStatus.Open, Reference = Ticket };
        var ok = Answered(Answers.Of(200));

        Assert.Same(Ticket, Assert.IsType<CreateOutcome.Created>(Outcomes.ToCreate(ok, static _ => Ticket)).Ticket);
        Assert.Same(Ticket, Assert.IsType<ChangeOutcome.Changed>(Outcomes.ToChange(ok, static _ => Ticket)).Ticket);
        Assert.Same(snapshot, Assert.IsType<ReadOutcome.Read>(Outcomes.ToRead(ok, _ => snapshot)).Ticket);
        Assert.Equal("12", Assert.IsType<CommentOutcome.Posted>(Outcomes.ToComment(ok, static _ => "12")).CommentId);
        Assert.IsType<CommentOutcome.Unknown>(Outcomes.ToComment(ok, static _ => "no id\n"));
        Assert.IsType<FindOutcome.Absent>(Outcomes.ToFind(ok, static _ => new FindOutcome.Absent(Proven: true)));
        Assert.IsType<TargetCheckOutcome.Connected>(Outcomes.ToCheck(ok, static _ => new TargetCheckOutcome.Connected("me", [])));
    }

    [Theory]
    [InlineData("RATE_LIMIT", "RATE_LIMIT")]
    [InlineData("two words", null)]
    [InlineData("", null)]
    public void A_trackers_code_is_kept_only_where_it_has_the_shape_of_one(string code, string? kept) =>
        Assert.Equal(kept, TicketHttpStatus.FaultOf(Answers.Of(400), FailureReason.Validation, "No", code).ProviderErrorCode);

    private static TicketHttpResult.Answered Answered(TicketHttpAnswer answer) => new(answer);

    private static ProviderFault? FaultOf(CreateOutcome outcome) => outcome switch
    {
        CreateOutcome.Rejected rejected => rejected.Fault,
        CreateOutcome.Unknown unknown => unknown.Fault,
        CreateOutcome.RateLimited limited => limited.Fault,
        CreateOutcome.NotSent notSent => notSent.Fault,
        _ => null,
    };
}
