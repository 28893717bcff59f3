using System.Reflection;
using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Moq;
using TicketExport.Signing;

namespace TicketExport.Webhooks.Receiver.Tests;

public sealed class AdmissionTests
{
    [Fact]
    [Trait("Behaviour", "S264")]
    [Trait("Behaviour", "S265")]
    [Trait("Fault", "F115")]
    public async Task Without_a_secret_the_endpoint_is_closed_to_every_profile()
    {
        foreach (var profile in new[] { WebhookProfile.Export, WebhookProfile.TicketSync, WebhookProfile.StandardWebhooks })
        {
            var kit = new Kit(options =>
            {
                options.Secrets.Clear();
                options.Profile = profile;
            });

            var response = await kit.RefuseAsync(Delivery.Export(), RefusalReason.NotConfigured);

            Assert.Equal((503, """{"status":"refused","code":"WEBHOOK_NOT_CONFIGURED"}"""), (response.Status, response.Body));
            Assert.Equal((LogLevel.Warning, 1093), kit.Log.Entries.Select(static entry => (entry.Level, entry.Id)).Single());
        }
    }

    [Fact]
    [Trait("Fault", "F129")]
    public async Task A_body_above_the_limit_gets_413_before_it_is_hashed()
    {
        var kit = new Kit(static options => options.MaxBodyBytes = 1024);
        var delivery = Delivery.Export();
        delivery["X-WebRiskOps-Signature"] = "no signature is looked at";

        var response = await kit.RefuseAsync(delivery, RefusalReason.TooLarge);

        Assert.Equal((413, """{"status":"refused","code":"WEBHOOK_PAYLOAD_TOO_LARGE"}"""), (response.Status, response.Body));
    }

    [Fact]
    [Trait("Fault", "F129")]
    public async Task A_declared_length_above_the_limit_is_refused_before_a_byte_is_read()
    {
        var kit = new Kit();
        var delivery = Delivery.Export();
        delivery["Content-Length"] = "1073741824";
        await using var body = new EndlessStream();

        var response = await kit.Receiver.HandleStreamAsync(delivery.Headers, body, static (_, _) => throw new InvalidOperationException());

        Assert.Equal((413, 0), (response.Status, body.BytesRead));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("10")]
    [InlineData("-1")]
    [InlineData("99999999999999999999999")]
    [Trait("Fault", "F129")]
    public async Task An_endless_body_is_read_to_the_limit_and_no_further_whatever_was_declared(string? declared)
    {
        var kit = new Kit();
        var delivery = Delivery.Export();
        delivery["Content-Length"] = declared;
        await using var body = new EndlessStream();

        var response = await kit.Receiver.HandleStreamAsync(delivery.Headers, body, static (_, _) => throw new InvalidOperationException());

        Assert.Equal(413, response.Status);
        Assert.InRange(body.BytesRead, 1, kit.Options.MaxBodyBytes + (32 * 1024));
    }

    [Fact]
    public async Task The_rate_limit_is_asked_before_the_body_is_read()
    {
        var limit = new Mock<IReceiverRateLimit>();
        limit.Setup(static limit => limit.CheckAsync("default", It.IsAny<CancellationToken>())).ReturnsAsync(TimeSpan.FromSeconds(30));
        var kit = new Kit(parts: new WebhookReceiverParts { RateLimit = limit.Object });
        await using var body = new EndlessStream();

        var response = await kit.Receiver.HandleStreamAsync(Delivery.Export().Headers, body, static (_, _) => throw new InvalidOperationException());

        Assert.Equal((429, 30, """{"status":"refused","code":"WEBHOOK_RATE_LIMITED"}"""), (response.Status, response.RetryAfterSeconds, response.Body));
        Assert.Equal(0, body.BytesRead);
    }

    [Fact]
    [Trait("Fault", "F136")]
    [Trait("Fault", "F201")]
    public async Task Secrets_of_the_hosts_vault_are_asked_for_each_request()
    {
        var live = new List<string> { Delivery.OtherSecret };
        var source = new Mock<IReceiverSecretSource>();
        source.Setup(static source => source.GetAsync("default", It.IsAny<CancellationToken>())).ReturnsAsync(() => [.. live]);
        var kit = new Kit(parts: new WebhookReceiverParts { SecretSource = source.Object });

        await kit.RefuseAsync(Delivery.Export(), RefusalReason.SignatureMismatch);
        Assert.Equal(200, (await kit.HandleAsync(Delivery.Export(secret: Delivery.OtherSecret))).Status);
        live.Clear();
        await kit.RefuseAsync(Delivery.Export(Delivery.Envelope("b"), secret: Delivery.OtherSecret), RefusalReason.NotConfigured);
        live.Add("short");
        await kit.RefuseAsync(Delivery.Export(Delivery.Envelope("c"), secret: "short"), RefusalReason.NotConfigured);
    }

    [Fact]
    public async Task A_part_that_fails_closes_the_door_for_now()
    {
        var source = new Mock<IReceiverSecretSource>();
        source.Setup(static source => source.GetAsync(It.IsAny<string>(), It.IsAny<CancellationToken>())).Throws(new IOException("the vault is away"));
        var nonces = new Mock<INonceStore>();
        nonces.Setup(static nonces => nonces.AddAsync(It.IsAny<string>(), It.IsAny<string>(), It.IsAny<DateTimeOffset>(), It.IsAny<DateTimeOffset>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new TicketExportException("the file is away"));

        foreach (var parts in new[] { new WebhookReceiverParts { SecretSource = source.Object }, new WebhookReceiverParts { NonceStore = nonces.Object } })
        {
            var kit = new Kit(parts: parts);
            var response = await kit.RefuseAsync(Delivery.Export(), RefusalReason.StoreUnavailable);
            Assert.Equal((503, """{"status":"refused","code":"WEBHOOK_UNAVAILABLE"}"""), (response.Status, response.Body));
            Assert.Single(kit.Log.Entries, static entry => entry is { Id: 1094, Level: LogLevel.Error });
        }
    }

    [Fact]
    public async Task A_delivery_that_no_store_has_room_for_is_put_off_and_not_called_a_forgery()
    {
        var nonces = new Kit(parts: new WebhookReceiverParts { NonceStore = new InMemoryNonceStore(capacity: 1) });
        Assert.Equal(200, (await nonces.HandleAsync(Delivery.Export())).Status);
        Assert.Equal(503, (await nonces.RefuseAsync(Delivery.Export(Delivery.Envelope("b")), RefusalReason.StoreUnavailable)).Status);

        var answers = new InMemoryAnswerStore(capacity: 1);
        await answers.ClaimAsync(new AnswerClaimRequest(new DeliveryKey("default", "under way"), "hash", Delivery.Now, Delivery.Now.AddMinutes(1)), CancellationToken.None);
        var kit = new Kit(parts: new WebhookReceiverParts { AnswerStore = answers });
        Assert.Equal(503, (await kit.RefuseAsync(Delivery.Export(), RefusalReason.StoreUnavailable)).Status);
    }

    [Fact]
    public async Task Work_that_is_done_is_answered_as_done_even_if_the_note_of_it_is_lost()
    {
        var answers = new Mock<IAnswerStore>();
        answers.Setup(static answers => answers.ClaimAsync(It.IsAny<AnswerClaimRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync(new AnswerClaim.Taken(1));
        answers.Setup(static answers => answers.CompleteAsync(It.IsAny<DeliveryKey>(), 1, It.IsAny<StoredAnswer>(), It.IsAny<DateTimeOffset>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new TicketExportException("the file is away"));
        var kit = new Kit(parts: new WebhookReceiverParts { AnswerStore = answers.Object });

        Assert.Equal(200, (await kit.HandleAsync(Delivery.Export())).Status);
        Assert.Single(kit.Log.Entries, static entry => entry is { Id: 1095, Level: LogLevel.Error });
    }

    [Theory]
    [InlineData("Profile", "Profile")]
    [InlineData("Secret", "Secrets:0")]
    [InlineData("StandardSecret", "Secrets:0")]
    [InlineData("Secrets", "Secrets holds 6")]
    [InlineData("Prefix", "HeaderPrefix")]
    [InlineData("Tolerance", "Tolerance")]
    [InlineData("NonceLifetime", "NonceLifetime")]
    [InlineData("AnswerLifetime", "AnswerLifetime")]
    [InlineData("MaxBodyBytes", "MaxBodyBytes")]
    [InlineData("HandlerTimeout", "HandlerTimeout")]
    [Trait("Fault", "F200")]
    public void An_option_out_of_its_range_is_named_and_no_secret_is(string broken, string expected)
    {
        const string Canary = "canary-secret";
        var exception = Assert.Throws<OptionsValidationException>(() => new Kit(options =>
        {
            switch (broken)
            {
                case "Profile": options.Profile = WebhookProfile.Unknown; break;
                case "Secret": options.Secrets[0] = Canary; break;
                case "StandardSecret": (options.Profile, options.Secrets[0]) = (WebhookProfile.StandardWebhooks, Canary + "-of-more-than-24-bytes"); break;
                case "Secrets": Enumerable.Range(0, 5).ToList().ForEach(_ => options.Secrets.Add(Delivery.Secret)); break;
                case "Prefix": options.HeaderPrefix = "X-"; break;
                case "Tolerance": options.Tolerance = TimeSpan.Zero; break;
                case "NonceLifetime": options.NonceLifetime = TimeSpan.FromSeconds(599); break;
                case "AnswerLifetime": options.AnswerLifetime = TimeSpan.Zero; break;
                case "MaxBodyBytes": options.MaxBodyBytes = 1; break;
                default: options.HandlerTimeout = TimeSpan.MaxValue; break;
            }
        }));

        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Fault", "F201")]
    public async Task A_host_reads_options_anew_for_each_request()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Hook:Secrets:0", Delivery.Secret)]).Build();
        var kit = new Kit();
        await using var provider = new ServiceCollection().AddSingleton<TimeProvider>(kit.Time)
            .AddTicketExportReceiver(configuration.GetSection("Hook")).Services.BuildServiceProvider();
        var receiver = provider.GetRequiredService<WebhookReceiver>();

        Assert.IsType<VerificationResult.Verified>(await VerifyAsync(Delivery.Secret));
        configuration["Hook:Secrets:0"] = Delivery.OtherSecret;
        configuration.Reload();
        Assert.IsType<VerificationResult.Refused>(await VerifyAsync(Delivery.Secret));
        Assert.IsType<VerificationResult.Verified>(await VerifyAsync(Delivery.OtherSecret));
        configuration["Hook:Secrets:0"] = "short";
        Assert.Throws<AggregateException>(configuration.Reload);
        Assert.Equal(RefusalReason.NotConfigured, Assert.IsType<VerificationResult.Refused>(await VerifyAsync("short")).Reason);

        Task<VerificationResult> VerifyAsync(string secret)
        {
            var delivery = Delivery.Export(secret: secret);
            return receiver.VerifyAsync(delivery.Headers, delivery.Body);
        }
    }

    [Fact]
    [Trait("Fault", "F195")]
    public async Task No_secret_no_signature_and_no_content_reaches_the_log_or_an_answer()
    {
        const string Canary = "canary-in-the-title";
        var kit = new Kit { Answer = static (_, _) => throw new InvalidOperationException("away") };
        var good = Delivery.Export(Delivery.Envelope("k", Canary));
        var bad = Delivery.Export(Delivery.Envelope("k", Canary), secret: Delivery.OtherSecret);
        string[] answers = [(await kit.HandleAsync(good)).Body, (await kit.HandleAsync(good)).Body, (await kit.HandleAsync(bad)).Body];

        Assert.All([kit.Log.Text, .. answers], text =>
        {
            Assert.DoesNotContain(Canary, text, StringComparison.Ordinal);
            Assert.DoesNotContain(Delivery.Secret, text, StringComparison.Ordinal);
            Assert.DoesNotContain(good["X-WebRiskOps-Signature"]!, text, StringComparison.Ordinal);
            Assert.DoesNotContain(good["X-WebRiskOps-Nonce"]!, text, StringComparison.Ordinal);
        });
        Assert.True(kit.Log.Entries.Count >= 3);
    }

    [Fact]
    [Trait("Behaviour", "S260")]
    [Trait("Fault", "F118")]
    public void Received_hashes_are_compared_by_the_platforms_constant_time_method_and_by_no_other()
    {
        var method = typeof(ExportSignature).Assembly.GetType("TicketExport.Signing.SignatureText", throwOnError: true)!.GetMethod("MatchesAny")!;
        var called = Calls(method).ToArray();

        Assert.Contains(typeof(CryptographicOperations).GetMethod(nameof(CryptographicOperations.FixedTimeEquals)), called);
        Assert.DoesNotContain(called, static other => other.Name is "SequenceEqual" or "Equals" or "SequenceCompareTo" or "op_Equality");
    }

    // Every method that the IL calls; bytes that only look like a call resolve to nothing and are passed over.
    private static IEnumerable<MethodBase> Calls(MethodInfo method)
    {
        var il = method.GetMethodBody()!.GetILAsByteArray()!;
        for (var i = 0; i + 4 < il.Length; i++)
        {
            if (il[i] is 0x28 or 0x6F && Resolve(method.Module, BitConverter.ToInt32(il, i + 1)) is { } called)
            {
                yield return called;
            }
        }
    }

    private static MethodBase? Resolve(Module module, int token)
    {
        try
        {
            return module.ResolveMethod(token);
        }
        catch (Exception exception) when (exception is ArgumentException or BadImageFormatException)
        {
            return null;
        }
    }

    private sealed class EndlessStream : Stream
    {
        public long BytesRead { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => BytesRead; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            BytesRead += count;
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
