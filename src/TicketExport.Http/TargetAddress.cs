using System.Buffers;
using System.Net;
using System.Net.Sockets;
using TicketExport.Http.Internal;

namespace TicketExport.Http;

/// <summary>Says whether a target's address is safe to send to, before anything is sent: for a settings page, a set-up check, a provider.</summary>
/// <remarks>
/// The clients of <c>AddTicketHttpClient</c> apply the same rules again, to every request and to every address that they dial. A
/// verdict here is advice to people; the guard does not rely on it. All members are safe to call at once from many threads.
/// </remarks>
public static class TargetAddress
{
    /// <summary>The longest address that is taken, in characters.</summary>
    public const int MaxLength = 2048;

    private static readonly SearchValues<char> Unsafe =
        SearchValues.Create([.. Enumerable.Range(0, 0x21).Concat(Enumerable.Range(0x7F, 0x22)).Select(static code => (char)code), '\\', '\u2028', '\u2029', '\uFEFF']);

    /// <summary>Finds what makes an address unsafe, without a network.</summary>
    /// <param name="address">The address as configured; its original text is looked at too.</param>
    /// <param name="policy">Where the address may lie.</param>
    /// <returns>The broken rule as a clause, such as "it holds a user name or password"; <see langword="null"/> when the address can be used.</returns>
    public static string? FindProblem(Uri? address, NetworkPolicy policy) => Check(address, policy).Problem;

    /// <summary>Judges an address as it was typed, without a network.</summary>
    /// <inheritdoc cref="Check(Uri?, NetworkPolicy)"/>
    public static AddressVerdict Check(string? address, NetworkPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        if (string.IsNullOrEmpty(address))
        {
            return new(AddressRule.Missing, null);
        }

        if ((FindTextProblem(address) ?? FindSchemeProblem(address)) is { } rule)
        {
            return new(rule, null);
        }

        return Uri.TryCreate(address, UriKind.Absolute, out var uri) ? Check(uri, policy) : new(AddressRule.NotAbsolute, null);
    }

    /// <summary>Judges an address, without a network.</summary>
    /// <param name="address">The address as configured; its original text is looked at too.</param>
    /// <param name="policy">Where the address may lie.</param>
    /// <returns>The verdict. A host that is a name can still lead to a forbidden address: see <see cref="CheckAsync(string?, NetworkPolicy, CancellationToken)"/>.</returns>
    public static AddressVerdict Check(Uri? address, NetworkPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        if (address is null)
        {
            return new(AddressRule.Missing, null);
        }

        // Looked at first: the parser drops line breaks and tabs without a word.
        if (FindTextProblem(address.OriginalString) is { } rule)
        {
            return new(rule, null);
        }

        return !address.IsAbsoluteUri || address.Host.Length == 0
            ? new(AddressRule.NotAbsolute, null)
            : new(FindWrittenProblem(address) ?? AddressReach.FindProblem(address, policy), HostNameRule.TryGetHost(address));
    }

    /// <summary>Judges an address and everything that its host's name leads to at this moment.</summary>
    /// <param name="address">The address as typed.</param>
    /// <param name="policy">Where the address may lie.</param>
    /// <param name="cancellationToken">Bounds the wait for the name's resolution.</param>
    /// <returns>
    /// The verdict. For a forbidden address behind a name it is always <see cref="AddressRule.ResolvedAddress"/>, so that nobody can
    /// map a private network by asking.
    /// </returns>
    public static Task<AddressVerdict> CheckAsync(string? address, NetworkPolicy policy, CancellationToken cancellationToken = default) =>
        CheckAsync(address, policy, Dns.GetHostAddressesAsync, cancellationToken);

    internal static async Task<AddressVerdict> CheckAsync(string? address, NetworkPolicy policy, HostLookup lookup, CancellationToken cancellationToken)
    {
        var verdict = Check(address, policy);
        if (!verdict.IsSafe)
        {
            return verdict;
        }

        try
        {
            var isHttp = new Uri(address!).Scheme == Uri.UriSchemeHttp;
            var found = await ResolvedHost.FindAsync(verdict.Host!, lookup, cancellationToken).ConfigureAwait(false);
            return found.FindProblem(isHttp, policy) is null ? verdict : verdict with { Rule = AddressRule.ResolvedAddress };
        }
        catch (SocketException)
        {
            return verdict with { Rule = AddressRule.NotResolved };
        }
    }

    private static AddressRule? FindTextProblem(string text) =>
        text.Length > MaxLength ? AddressRule.TooLong : text.AsSpan().ContainsAny(Unsafe) ? AddressRule.Characters : null;

    // Before the parser sees it: on some texts of other schemes, such as file, the platform's TryCreate throws.
    private static AddressRule? FindSchemeProblem(string text)
    {
        if (text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var authority = text.IndexOf("://", StringComparison.Ordinal) + 3;
        return authority > 3 && authority < text.Length && text[authority] != '/' ? AddressRule.Scheme : AddressRule.NotAbsolute;
    }

    private static AddressRule? FindWrittenProblem(Uri address) =>
        WrittenHost.HoldsUserName(address) ? AddressRule.UserName : address.OriginalString.Contains('#', StringComparison.Ordinal) ? AddressRule.Fragment : null;
}
