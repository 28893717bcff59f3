using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Logging;
using TicketExport.Testing;

namespace TicketExport.Providers.Tests.BrokenAdapters;

/// <summary>What a broken adapter is made of: a good provider, and a client without any care.</summary>
internal sealed class Parts(ITicketProvider good, ILogger logger)
{
    public ITicketProvider Good { get; } = good;

    public ILogger Logger { get; } = logger;

    public ConcurrentDictionary<string, object> Memory { get; } = new(StringComparer.Ordinal);

    public int Count(string what) => (int)Memory.AddOrUpdate(what, 1, static (_, count) => (int)count + 1);

    public T First<T>(string what, T value)
        where T : notnull => (T)Memory.GetOrAdd(what, value);

    /// <summary>Follows redirects, as a client does that nobody told otherwise.</summary>
    public static async Task<HttpResponseMessage> SendAsync(HttpMethod method, TicketTarget target, TicketCredential credential, string path, string? json = null)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(method, new Uri(target.BaseUrl!, path)) { Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json") };
        credential.TryGet(FakeTrackerDefaults.TokenCredential, out var token);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await client.SendAsync(request);
    }
}
