using Microsoft.Extensions.DependencyInjection;
using TicketExport.Providers;
using TicketExport.Targets;

namespace TicketExport.Core.Tests.Targets;

public sealed class TargetFieldsTests
{
    [Fact]
    public async Task The_fields_of_a_target_are_given_without_its_secrets()
    {
        var provider = new AskedProvider(static secret => new FieldsOutcome.Found(
        [
            new TargetField { Key = "team", Name = $"Team {secret}", Kind = "option", IsRequired = true, Setting = "Settings:field.team", AllowedValues = [.. Enumerable.Range(0, 150).Select(n => new TargetFieldValue($"{n}", $"Value {n}\n{secret}"))] },
        ]));
        await using var harness = await StartAsync(provider);

        var result = await harness.Service<ITargetFields>().DiscoverAsync("acme", "asked");

        var field = Assert.Single(result.Fields);
        Assert.Null(result.Failure);
        Assert.Equal(("team", "option", true, "Settings:field.team", 100), (field.Key, field.Kind, field.IsRequired, field.Setting, field.AllowedValues.Length));
        Assert.DoesNotContain(harness.Tracker.Token, field.Name + string.Concat(field.AllowedValues), StringComparison.Ordinal);
        Assert.Equal(("acme", "asked"), (provider.Asked!.AccountId, provider.Asked.Target.Id));
    }

    [Fact]
    public async Task A_refusal_names_every_field_with_its_configuration_key()
    {
        await using var harness = await StartAsync(new AskedProvider(static secret => new FieldsOutcome.Refused(new()
        {
            Reason = FailureReason.MappingIncomplete,
            Message = $"Two are missing, says {secret}.",
            Setting = "Settings:field.team",
            Problems =
            [
                new("Settings:field.team", FailureReason.MappingIncomplete, $"Set it, {secret}."),
                new("Settings:field.cost", FailureReason.MappingIncomplete, "Set it."),
                new("BaseUrl", FailureReason.UnsafeAddress, "Another kind of problem."),
            ],
        })));

        var failure = (await harness.Service<ITargetFields>().DiscoverAsync("acme", "asked")).Failure!;

        Assert.Equal((ExportCodes.MappingRequired, NextStep.FixMapping, "TicketExport:Targets:asked:Settings:field.team"), (failure.Code, failure.NextStep, failure.Setting));
        Assert.Equal(
            ["TicketExport:Targets:asked:Settings:field.team", "TicketExport:Targets:asked:Settings:field.cost"],
            failure.Violations.Select(static violation => violation.Path));
        Assert.DoesNotContain(harness.Tracker.Token, failure.Message + string.Concat(failure.Violations), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_failed_says_when_to_ask_again()
    {
        var until = DateTimeOffset.UnixEpoch.AddYears(60);
        var fault = new ProviderFault { Reason = FailureReason.RateLimited, Message = "Wait." };
        await using var harness = await StartAsync(new AskedProvider(_ => new FieldsOutcome.Failed(fault, until)));

        var result = await harness.Service<ITargetFields>().DiscoverAsync("acme", "asked");

        Assert.Equal((FailureReason.RateLimited, until), (result.Failure!.Reason, result.RetryAt));
    }

    [Fact]
    public async Task A_provider_that_throws_is_named_by_the_type_of_its_exception_alone()
    {
        await using var harness = await StartAsync(new AskedProvider(static _ => throw new InvalidOperationException("canary")));

        var failure = (await harness.Service<ITargetFields>().DiscoverAsync("acme", "asked")).Failure!;

        Assert.Contains(nameof(InvalidOperationException), failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nowhere", ExportCodes.ProviderNotConfigured)]
    [InlineData("board", ExportCodes.ProviderUnavailable)]
    public async Task A_target_that_cannot_be_asked_says_why(string targetId, string code)
    {
        await using var harness = await StartAsync(new AskedProvider(static _ => throw new InvalidOperationException("canary")));

        var result = await harness.Service<ITargetFields>().DiscoverAsync("acme", targetId);

        Assert.Equal(code, result.Failure!.Code);
        Assert.Empty(result.Fields);
    }

    [Fact]
    public async Task No_credential_goes_to_a_destination_that_nobody_confirmed()
    {
        var provider = new AskedProvider(static _ => new FieldsOutcome.Found([]));
        await using var harness = await StartAsync(provider);
        harness.Targets["asked"] = harness.Targets["asked"] with { OwnershipConfirmed = false };

        var result = await harness.Service<ITargetFields>().DiscoverAsync("acme", "asked");

        Assert.Equal(FailureReason.OwnershipUnconfirmed, result.Failure!.Reason);
        Assert.Null(provider.Asked);
    }

    private static async Task<TargetHarness> StartAsync(AskedProvider provider)
    {
        var harness = await TargetHarness.StartAsync(configure: services => services.AddSingleton<ITicketProvider>(provider));
        harness.Targets["asked"] = new TicketTarget { Id = "asked", ProviderKey = "asked", OwnershipConfirmed = true };
        return harness;
    }

    private sealed class AskedProvider(Func<string, FieldsOutcome> answer) : ITicketProvider, IFieldDiscoveryProvider
    {
        public CheckTargetRequest? Asked { get; private set; }

        public ProviderSheet Sheet { get; } = new() { Key = "asked", DisplayName = "Asked", Guarantee = GuaranteeClass.NoLookup };

        public Task<FieldsOutcome> DiscoverFieldsAsync(CheckTargetRequest request, CancellationToken cancellationToken)
        {
            Asked = request;
            return Task.FromResult(answer(request.Credential.TryGet("token", out var secret) ? secret : ""));
        }

        public Task<CreateOutcome> CreateAsync(CreateTicketRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<FindOutcome> FindAsync(FindTicketRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
