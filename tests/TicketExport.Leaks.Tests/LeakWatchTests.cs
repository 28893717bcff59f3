using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text;
using Microsoft.Extensions.Logging;

namespace TicketExport.Leaks.Tests;

/// <summary>The watch itself: a leak in any place and any form is seen.</summary>
public sealed class LeakWatchTests
{
    private readonly Canary _canary = Canary.Shapeless("planted");

    public static TheoryData<string> Forms => ["plain", "url", "json", "base64", "basic", "utf16", "upper"];

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_canary_is_seen_in_every_form(string form)
    {
        var value = _canary.Value;
        var bytes = form switch
        {
            "url" => Encoding.UTF8.GetBytes(Uri.EscapeDataString(value)),
            "json" => System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(value),
            "base64" => Encoding.UTF8.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(value))),
            "basic" => Encoding.UTF8.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes($"user:{value}@x"))),
            "utf16" => Encoding.Unicode.GetBytes(value),
            "upper" => Encoding.UTF8.GetBytes(value.ToUpperInvariant()),
            _ => Encoding.UTF8.GetBytes(value),
        };

        Assert.True(_canary.IsIn(Encoding.UTF8.GetBytes("before ").Concat(bytes).Concat(Encoding.UTF8.GetBytes(" after")).ToArray()));
        Assert.False(Canary.Shapeless("other").IsIn(bytes));
    }

    [Fact]
    public void A_canary_is_seen_in_every_place()
    {
        using var watch = new LeakWatch();
        var folder = Directory.CreateTempSubdirectory("leaks");
        using var source = new ActivitySource("any");
        using var meter = new Meter("any");
        var value = _canary.Value;
        var log = watch.Logs.CreateLogger("any");

        var exception = new InvalidOperationException(value);
        log.Log(LogLevel.Trace, new EventId(1), "state", exception, static (_, _) => "message");
        log.Log(LogLevel.Trace, new EventId(2), value, null, static (_, _) => "message");
        log.BeginScope(new Dictionary<string, object?> { ["key"] = value });
        using (var activity = source.StartActivity("work"))
        {
            activity!.SetTag("tag", value).AddEvent(new ActivityEvent(value));
        }

        meter.CreateCounter<long>("count").Add(1, new KeyValuePair<string, object?>("tag", value));
        File.WriteAllText(Path.Combine(folder.FullName, "a.db-wal"), value);
        watch.AddFiles(folder.FullName);
        folder.Delete(recursive: true);

        Assert.Equal(
            [
                "planted in activity any/work event", "planted in activity any/work tag", "planted in file a.db-wal", "planted in log any 1 exception",
                "planted in log any 2", "planted in metric count tag", "planted in scope of any key",
            ],
            watch.Leaks(_canary).Order(StringComparer.Ordinal));
    }
}
