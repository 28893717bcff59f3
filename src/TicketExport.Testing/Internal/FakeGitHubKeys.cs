using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace TicketExport.Testing.Internal;

// Who a request comes from. Guarded by the server's own lock.
internal sealed class FakeGitHubKeys
{
    public const string AppId = "271828";
    public const long InstallationId = 31415926;
    public const string AppSlug = "ticket-app";

    private static readonly TimeSpan TokenLife = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestJwt = TimeSpan.FromMinutes(10);

    private readonly FakeGitHubState _state;
    private readonly string _token;
    private readonly Lazy<RSA> _key = new(static () => RSA.Create(2048));
    private readonly Dictionary<string, DateTimeOffset> _given = new(StringComparer.Ordinal);

    public FakeGitHubKeys(FakeGitHubState state, string token) => (_state, _token) = (state, token);

    public string PrivateKey => _key.Value.ExportRSAPrivateKeyPem();

    public int Given { get; private set; }

    /// <summary>The login that a request acts under; <see langword="null"/> for credentials that are not known.</summary>
    public string? LoginOf(FakeHttpRequest request) => BearerOf(request) switch
    {
        null => null,
        var token when token == _token => _state.Login,
        var token when _given.TryGetValue(token, out var endsAt) && endsAt > _state.ExactNow => $"{AppSlug}[bot]",
        _ => null,
    };

    public bool IsInstallation(FakeHttpRequest request) => BearerOf(request) is { } token && _given.ContainsKey(token);

    /// <summary>Whether the request is signed by the app itself: RS256, for its id, for at most ten minutes around now.</summary>
    public bool IsApp(FakeHttpRequest request)
    {
        if (BearerOf(request)?.Split('.') is not [var header, var claims, var signature])
        {
            return false;
        }

        try
        {
            return _key.Value.VerifyData(Encoding.ASCII.GetBytes($"{header}.{claims}"), Base64Url.DecodeFromChars(signature), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
                && AreFresh(claims);
        }
        catch (Exception exception) when (exception is FormatException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return false;
        }
    }

    public (string Token, DateTimeOffset EndsAt) Give()
    {
        Given++;
        var token = string.Create(CultureInfo.InvariantCulture, $"ghs_{AppId}_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24))}");
        var endsAt = _state.Now + TokenLife;
        _given.Add(token, endsAt);
        return (token, endsAt);
    }

    public void EndAll()
    {
        foreach (var token in _given.Keys.ToArray())
        {
            _given[token] = DateTimeOffset.MinValue;
        }
    }

    private bool AreFresh(string claims)
    {
        using var document = JsonDocument.Parse(Base64Url.DecodeFromChars(claims));
        var root = document.RootElement;
        var issued = DateTimeOffset.FromUnixTimeSeconds(root.GetProperty("iat").GetInt64());
        var ends = DateTimeOffset.FromUnixTimeSeconds(root.GetProperty("exp").GetInt64());
        return root.GetProperty("iss").GetString() == AppId
            && issued <= _state.ExactNow
            && ends > _state.ExactNow
            && ends <= _state.ExactNow + LongestJwt;
    }

    private static string? BearerOf(FakeHttpRequest request) =>
        request.Headers.GetValueOrDefault("Authorization") is { } value && value.StartsWith("Bearer ", StringComparison.Ordinal) ? value["Bearer ".Length..] : null;
}
