using System.Globalization;
using System.Text;
using TicketExport.Contract;
using TicketExport.Signing;

namespace TicketExport.Webhooks.Receiver.Tests;

/// <summary>Good deliveries, spoilt at random: none is let in unless its signed bytes are whole, and nothing throws or ends in a 5xx.</summary>
public sealed class FuzzTests
{
    private const string CountVariable = "TICKETEXPORT_FUZZ_DELIVERIES";
    private static readonly string[] Names = ["X-WebRiskOps-Signature", "X-WebRiskOps-Timestamp", "X-WebRiskOps-Nonce", "X-WebRiskOps-Idempotency-Key", "X-WebRiskOps-Event", "X-WebRiskOps-Schema", "X-Signature", "webhook-id", "webhook-timestamp", "webhook-signature"];
    private static readonly string[] Nasty = ["", " ", ".", "\0", "\r\n", "ü", "sha256=", "v1,", "-1", "1e9", "99999999999999999999", "1766203200.", "sha1=00", "none", "null", "\ud800", "٣"];

    // Clocks stand still here, so a kit would fill with nonces; and no test should hold a million log lines.
    private const int PerKit = 5_000;

    private static int Deliveries => int.TryParse(Environment.GetEnvironmentVariable(CountVariable), CultureInfo.InvariantCulture, out var count) ? count : 20_000;

    [Theory]
    [InlineData(WebhookProfile.Export)]
    [InlineData(WebhookProfile.TicketSync)]
    [InlineData(WebhookProfile.StandardWebhooks)]
    [Trait("Fault", "F117")]
    [Trait("Fault", "F119")]
    [Trait("Fault", "F131")]
    [Trait("Fault", "F138")]
    [Trait("Fault", "F139")]
    public async Task Spoilt_deliveries_are_never_let_in_and_always_answered(WebhookProfile profile)
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var kit = KitOf(profile);
        var statuses = new SortedDictionary<int, int>();
        for (var i = 0; i < Deliveries / 3; i++)
        {
            if (i % PerKit == PerKit - 1)
            {
                AssertNoErrorsIn(kit);
                kit = KitOf(profile);
            }

            var delivery = Make(profile, random, i);
            var (content, signature) = Signed(profile, delivery);
            var spoiltHeader = Spoil(delivery, random);
            var after = Signed(profile, delivery);
            var isWhole = content == after.Content && after.Signature.Split(' ').Contains(signature);
            var handled = kit.Handled.Count;

            var response = await kit.HandleAsync(delivery);

            statuses[response.Status] = statuses.GetValueOrDefault(response.Status) + 1;
            Assert.True(response.Status is 200 or 400 or 401 or 413 or 422, $"seed {seed}, delivery {i}: {response.Status} after {spoiltHeader}");
            Assert.True(isWhole || (response.Status is 401 or 413 && kit.Handled.Count == handled), $"seed {seed}, delivery {i}: a forgery was let in after {spoiltHeader}");
        }

        // Some were spoilt where it does not matter, so the test shows that good ones get in too.
        Assert.True(statuses.GetValueOrDefault(200) > 0 && statuses.GetValueOrDefault(401) > Deliveries / 10, string.Join(", ", statuses));
        AssertNoErrorsIn(kit);
    }

    // Signed by the secret's holder, whatever the content: no content may end in a 5xx either.
    [Fact]
    [Trait("Fault", "F131")]
    public async Task Signed_nonsense_is_answered_without_an_error_of_ours()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var kit = new Kit();
        for (var i = 0; i < Deliveries / 10; i++)
        {
            if (i % PerKit == PerKit - 1)
            {
                AssertNoErrorsIn(kit);
                kit = new Kit();
            }

            var delivery = Delivery.Export(Delivery.Envelope($"key-{i}"));
            delivery.Body = Mutate(delivery.Body, random);
            var response = await kit.HandleAsync(delivery.SignExport());

            Assert.True(response.Status is 200 or 400 or 401 or 422, $"seed {seed}, delivery {i}: {response.Status}");
        }

        AssertNoErrorsIn(kit);
    }

    private static Kit KitOf(WebhookProfile profile) =>
        new(options => (options.Profile, options.Secrets[0]) = (profile, profile == WebhookProfile.StandardWebhooks ? Delivery.StandardSecret : Delivery.Secret));

    private static void AssertNoErrorsIn(Kit kit) =>
        Assert.DoesNotContain(kit.Log.Entries, static entry => entry.Level >= Microsoft.Extensions.Logging.LogLevel.Error);

    private static Delivery Make(WebhookProfile profile, Random random, int number)
    {
        var envelope = Delivery.Envelope($"key-{number}", $"Title {random.Next()}");
        return profile switch
        {
            WebhookProfile.Export => Delivery.Export(envelope),
            WebhookProfile.StandardWebhooks => Delivery.Standard(envelope),
            _ => Delivery.TicketSync(new TicketSyncMessage { Event = TicketSyncEvents.Close, IdempotencyKey = $"key-{number}", ExternalId = $"TCK-{random.Next()}" }),
        };
    }

    // All that the signature vouches for, and the signature itself, as the verifier will see them.
    private static (string Content, string Signature) Signed(WebhookProfile profile, Delivery delivery)
    {
        string[] names = profile switch
        {
            WebhookProfile.Export => ["X-WebRiskOps-Signature", "X-WebRiskOps-Timestamp", "X-WebRiskOps-Nonce"],
            WebhookProfile.StandardWebhooks => ["webhook-signature", "webhook-id", "webhook-timestamp"],
            _ => ["X-Signature"],
        };
        string[] values = [.. names.Select(name =>
            string.Join(',', delivery.Headers.Where(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(static header => header.Value)))];
        return (string.Join('\n', values[1..]) + Convert.ToHexString(delivery.Body), values[0]);
    }

    private static string Spoil(Delivery delivery, Random random)
    {
        switch (random.Next(7))
        {
            case 0:
                delivery.Body = Mutate(delivery.Body, random);
                return "a change of the body";
            case 1:
                var gone = Names[random.Next(Names.Length)];
                delivery[gone] = null;
                return $"removal of {gone}";
            case 2:
                var (name, value) = delivery.Headers[random.Next(delivery.Headers.Count)];
                delivery.Headers.Add(new(name.ToUpperInvariant(), value));
                return $"doubling of {name}";
            case 3:
                var set = Names[random.Next(Names.Length)];
                delivery[set] = Nasty[random.Next(Nasty.Length)];
                return $"nonsense in {set}";
            case 4:
                var changed = Names[random.Next(Names.Length)];
                delivery[changed] = Encoding.Latin1.GetString(Mutate(Encoding.Latin1.GetBytes(delivery[changed] ?? "x"), random));
                return $"a change of {changed}";
            case 5:
                var forged = new byte[32];
                random.NextBytes(forged);
                delivery["X-WebRiskOps-Signature"] = "sha256=" + Convert.ToHexStringLower(forged);
                delivery["X-Signature"] = delivery["X-WebRiskOps-Signature"];
                delivery["webhook-signature"] = "v1," + Convert.ToBase64String(forged);
                return "a made-up signature";
            default:
                var wrong = WebhookSecret.FromText(Delivery.OtherSecret);
                delivery["X-Signature"] = TicketSyncSignature.Sign(wrong, delivery.Body);
                delivery["X-WebRiskOps-Signature"] = delivery["X-Signature"];
                delivery["webhook-signature"] = StandardWebhookSignature.Sign([wrong], "key", "1766203200", delivery.Body);
                return "a signature by another secret";
        }
    }

    private static byte[] Mutate(byte[] bytes, Random random)
    {
        var list = bytes.ToList();
        for (var edits = random.Next(1, 4); edits > 0; edits--)
        {
            var at = random.Next(list.Count + 1);
            switch (random.Next(4))
            {
                case 0 when at < list.Count:
                    list[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1 when at < list.Count:
                    list.RemoveRange(at, random.Next(list.Count - at) % 40);
                    break;
                case 2:
                    list.InsertRange(at, Encoding.UTF8.GetBytes(Nasty[random.Next(Nasty.Length)]));
                    break;
                default:
                    list.Insert(at, (byte)random.Next(256));
                    break;
            }
        }

        return [.. list];
    }
}
