using Microsoft.Extensions.DependencyInjection;
using TicketExport.Testing;

namespace TicketExport.Leaks.Tests;

/// <summary>At a webhook the path of the address is a secret as well.</summary>
public sealed class WebhookLeakTests
{
    private static readonly Canary Path = Canary.Visible("path");
    private static readonly Canary Secret = Canary.Visible("signing secret");
    private static readonly Canary Payload = Canary.Shapeless("payload");

    public static TheoryData<int, string> Answers => new()
    {
        { 200, "" },
        { 200, $"{{\"external_id\":\"{Secret.Value}\",\"url\":\"https://t.example.test/{Secret.Value}\"}}" },
        { 307, "" },
        { 400, $"{{\"code\":\"{Path.Value.ToUpperInvariant()}\"}}" },
        { 401, $"{{\"error\":{{\"code\":\"{Secret.Value.ToUpperInvariant()}\"}}}}" },
        { 404, Path.Value },
        { 413, "" },
        { 429, "" },
        { 500, $"{{\"message\":\"{Payload.Value}\"}}" },
        { 0, "" },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    [Trait("Fault", "F195")]
    [Trait("Fault", "F196")]
    [Trait("Fault", "F197")]
    [Trait("Claim", "T12")]
    [Trait("Fault", "F199")]
    public async Task No_answer_of_a_receiver_lets_path_or_secret_out(int status, string body)
    {
        var options = new FakeWebhookReceiverOptions { Path = $"/hooks/{Path.Value}" };
        options.Secrets.Add(Secret.Value);
        await using var receiver = await FakeWebhookReceiver.StartAsync(options);
        await using var scene = new LeakScene(builder => builder.AddWebhook("hook", target =>
        {
            target.OwnershipConfirmed = true;
            target.Url = receiver.Url.AbsoluteUri;
            target.SigningSecret = Secret.Value;
            target.NetworkPolicy = Http.NetworkPolicy.Loopback;
        }));

        Break(receiver, status, body);
        var result = await scene.ExportAsync(Findings.RequestFor("hook", Payload.Value));
        Break(receiver, status, body);
        await scene.RunAsync(Findings.RequestFor("hook", Payload.Value, id: "43"));

        Assert.NotEmpty(receiver.Deliveries);
        Assert.NotNull(result.ExportId);
        Assert.Empty(scene.Watch.Leaks(Payload));
        Assert.Empty(scene.Leaks(Path, Secret));
    }

    private static void Break(FakeWebhookReceiver receiver, int status, string body)
    {
        if (status == 0)
        {
            receiver.LoseNextReply();
        }
        else if (status == 307)
        {
            receiver.RedirectNext(new Uri($"https://elsewhere.example.test/{Path.Value}"));
        }
        else
        {
            receiver.AnswerNext(status, body);
        }
    }
}
