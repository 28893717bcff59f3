using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TicketExport.Configuration;
using TicketExport.Contract;
using TicketExport.Core.Tests.Pipeline;
using TicketExport.Ledger;
using TicketExport.Pipeline;
using TicketExport.Providers;
using TicketExport.Redaction;
using TicketExport.Redaction.Internal;

namespace TicketExport.Core.Tests.Redaction;

/// <summary>What a provider says on its way into results and ledger rows.</summary>
public sealed class ReceivedAnswerTests
{
    private const string Token = "canary-value-of-a-token";

    private static ProviderFault Echo => ScriptedProvider.Fault(FailureReason.Validation) with
    {
        Message = $"The header was Bearer {Token}; the summary was '{Documents.Checkout.Summary}'.",
        ProviderErrorCode = $"bad_{Token}",
        ReceiverCode = Token,
    };

    public static TheoryData<string> Outcomes => [.. Creates.Keys];

    private static Dictionary<string, CreateOutcome> Creates => new()
    {
        ["rejected"] = new CreateOutcome.Rejected(Echo),
        ["not_sent"] = new CreateOutcome.NotSent(Echo with { Reason = FailureReason.Unavailable }),
        ["rate_limited"] = new CreateOutcome.RateLimited(Echo, Until: null),
        ["unknown"] = new CreateOutcome.Unknown(Echo),
        ["follow_up"] = new CreateOutcome.Created(ScriptedProvider.Ticket("7")) { FollowUpFault = Echo },
    };

    [Theory]
    [MemberData(nameof(Outcomes))]
    [Trait("Fault", "F196")]
    [Trait("Behaviour", "S376")]
    public async Task An_echo_of_token_or_payload_reaches_neither_result_nor_ledger(string outcome)
    {
        await using var harness = Harness();
        harness.Provider.OnCreate(Creates[outcome]).OnFind(new FindOutcome.Failed(Echo with { Message = $"No token {Token} here." }));

        var result = await harness.ExportAsync();

        Assert.NotNull(result.Failure);
        Assert.Contains("[redacted:", result.Failure.Message, StringComparison.Ordinal);
        Assert.Equal("[redacted:credential]", result.Failure.ReceiverCode);
        var attempt = Assert.Single(await harness.AttemptsAsync(result));
        foreach (var text in new[] { result.Failure.ToString(), (await harness.StoredAsync(result)).Failure?.ToString(), attempt.Failure?.ToString() })
        {
            Assert.DoesNotContain(Token, text ?? "", StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Documents.Checkout.Summary, text ?? "", StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task An_address_of_a_ticket_is_kept_without_its_secret_query()
    {
        await using var harness = Harness();
        harness.Provider.OnCreate(new CreateOutcome.Created(ScriptedProvider.Ticket("7") with { Url = new Uri($"https://tracker.example.test/7?t={Token}") }));

        var result = await harness.ExportAsync();

        Assert.Equal("https://tracker.example.test/7", result.Ticket!.Url!.OriginalString);
        Assert.Equal(result.Ticket, (await harness.StoredAsync(result)).Ticket);
    }

    [Fact]
    public async Task A_credential_in_the_place_of_an_id_is_no_ticket()
    {
        await using var harness = Harness();
        harness.Provider.OnCreate(new CreateOutcome.Created(ScriptedProvider.Ticket("7") with { ExternalIssueId = Token }))
            .OnFind(new FindOutcome.Found([ScriptedProvider.Ticket(Token), ScriptedProvider.Ticket("7")]));

        var result = await harness.ExportAsync();

        Assert.Equal((ExportOutcome.Adopted, "7"), (result.Outcome, result.Ticket!.ProviderTicketId));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Fault", "F14")]
    public async Task A_gate_that_fails_after_the_call_withholds_the_text_and_keeps_the_outcome(bool atSource)
    {
        var gates = new FailingGates { FailsAtSource = atSource };
        await using var harness = Harness(builder => builder.Services.AddSingleton<IRedactionGateSource>(gates));
        harness.Provider.OnCreate((_, _) => Task.FromResult<CreateOutcome>(new CreateOutcome.Rejected(Echo)));

        var result = await harness.ExportAsync();

        Assert.Equal((ExportOutcome.Failed, "[withheld]"), (result.Outcome, result.Failure!.Message));
        Assert.Equal(AttemptState.Rejected, Assert.Single(await harness.AttemptsAsync(result)).State);
        Assert.Single(harness.Provider.Creates);
    }

    [Fact]
    public void A_comment_that_comes_back_is_cleaned_as_well()
    {
        var answer = new ReceivedAnswer(new ReceivedText(Gates.All(RedactionMode.Block).Mask, new TargetSecrets(new TicketTarget { Id = "b", ProviderKey = "s" }, new TicketCredential([new("token", Token)]))));

        var posted = (CommentOutcome.Posted)answer.Clean(new CommentOutcome.Posted("1", new ExternalComment("2", "ann\n", $"see {Token}", default)));
        var rejected = (CommentOutcome.Rejected)answer.Clean(new CommentOutcome.Rejected(Echo));

        Assert.Equal(("ann", "see [redacted:credential]"), (posted.Echo!.Author, posted.Echo.Text));
        Assert.DoesNotContain(Token, rejected.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_rules_of_a_provider_cannot_quote_the_credential()
    {
        await using var harness = Harness();
        _ = harness.Service<IOptionsMonitor<TicketExportOptions>>().CurrentValue;
        harness.Provider.Problems = [new("Credentials:token", FailureReason.Configuration, $"'{Token}' is too short. Set a longer one.")];

        var result = await harness.ExportAsync();

        Assert.Equal("TicketExport:Targets:board:Credentials:token: '[redacted:credential]' is too short. Set a longer one.", result.Failure!.Message);
    }

    [Fact]
    public void Rules_that_throw_become_a_problem_without_the_message()
    {
        var problem = Assert.Single(TargetProblems.Of(new ThrowingRules(), new TicketTarget { Id = "b", ProviderKey = "s" }, new TicketCredential([])));

        Assert.Equal(("Provider", FailureReason.Configuration), (problem.Setting, problem.Reason));
        Assert.Contains(nameof(InvalidOperationException), problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Token, problem.Message, StringComparison.Ordinal);
    }

    private static ExporterHarness Harness(Action<TicketExportBuilder>? configure = null) => new(builder =>
    {
        builder.AddTarget("board", static target => target.Credentials["token"] = Token);
        configure?.Invoke(builder);
    });

    /// <summary>Lets the preparing pass and fails from the call on.</summary>
    private sealed class FailingGates : IRedactionGateSource, IRedactionGate
    {
        private int _asked;

        public bool FailsAtSource { get; init; }

        public Task<IRedactionGate> GetAsync(string accountId, CancellationToken cancellationToken) =>
            FailsAtSource && Interlocked.Increment(ref _asked) > 1
                ? throw new InvalidOperationException(Token)
                : Task.FromResult<IRedactionGate>(this);

        public RedactionVerdict Inspect(TicketExportDocument document) => new() { Document = document };

        public RedactedText Inspect(string path, string text) => throw new InvalidOperationException(Token);
    }

    private sealed class ThrowingRules : ITicketProvider, ITargetRules
    {
        public ProviderSheet Sheet { get; } = new() { Key = "throwing", DisplayName = "Throwing", Guarantee = GuaranteeClass.NoLookup };

        public Task<CreateOutcome> CreateAsync(CreateTicketRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<FindOutcome> FindAsync(FindTicketRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();

        public System.Collections.Immutable.ImmutableArray<TargetProblem> Check(TicketTarget target, TicketCredential credential) => throw new InvalidOperationException(Token);
    }
}
