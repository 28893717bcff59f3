using System.Runtime.CompilerServices;

namespace TicketExport.Ledger;

/// <summary>What text a ledger stores: anything but NUL and lone surrogates, which databases cut, replace or refuse.</summary>
/// <remarks>Replaced text could make two accounts or two keys equal, so it is refused before it is compared or written.</remarks>
public static class LedgerText
{
    /// <summary>Refuses text that cannot be stored unchanged.</summary>
    /// <exception cref="ArgumentException">The text holds a NUL or a lone surrogate.</exception>
    public static void ThrowIfUnsafe(string? text, [CallerArgumentExpression(nameof(text))] string name = "")
    {
        if (text is not null && (text.Contains('\0', StringComparison.Ordinal) || HasLoneSurrogate(text)))
        {
            throw new ArgumentException($"{name} holds a NUL or a lone surrogate, which a ledger cannot store; remove it.", name);
        }
    }

    /// <summary>The order of texts in every ledger: by code points, as the bytes of UTF-8 are ordered.</summary>
    public static IComparer<string> Order { get; } = Comparer<string>.Create(Compare);

    internal static int Compare(string left, string right)
    {
        var length = Math.Min(left.Length, right.Length);
        for (var i = 0; i < length; i++)
        {
            if (left[i] != right[i])
            {
                return Rank(left[i]) - Rank(right[i]);
            }
        }

        return left.Length - right.Length;
    }

    internal static void ThrowIfUnsafe(ExportOrder request)
    {
        ThrowIfUnsafe(request.Account.Id);
        ThrowIfUnsafe(request.Account.ProjectId);
        ThrowIfUnsafe(request.TargetId);
        ThrowIfUnsafe(request.ProviderKey);
        ThrowIfUnsafe(request.Source.Type);
        ThrowIfUnsafe(request.Source.Id);
        ThrowIfUnsafe(request.ReportId);
        ThrowIfUnsafe(request.Keys.GuardKey);
        ThrowIfUnsafe(request.ExportId);
        ThrowIfUnsafe((request as ClaimRequest)?.ClaimId);
    }

    /// <summary>Refuses a target whose ids cannot be stored unchanged.</summary>
    /// <exception cref="ArgumentException">An id holds a NUL or a lone surrogate.</exception>
    public static void ThrowIfUnsafe(TargetKey target)
    {
        ThrowIfUnsafe(target.AccountId);
        ThrowIfUnsafe(target.TargetId);
    }

    internal static void ThrowIfUnsafe(LinkCommand.Link link)
    {
        ThrowIfUnsafe(link.Account.ProjectId);
        ThrowIfUnsafe(link.Target.Id);
        ThrowIfUnsafe(link.Target.ProviderKey);
        ThrowIfUnsafe(link.Source.Type);
        ThrowIfUnsafe(link.Source.Id);
        ThrowIfUnsafe(link.ReportId);
        ThrowIfUnsafe(link.ExportId);
    }

    internal static void ThrowIfUnsafe(ExportUpdate update)
    {
        ThrowIfUnsafe(update.Ticket?.ProviderTicketId);
        ThrowIfUnsafe(update.Ticket?.ExternalIssueId);
        ThrowIfUnsafe(update.Ticket?.Url?.OriginalString);
    }

    // A surrogate stands for a code point above all that one character can hold.
    private static int Rank(char character) => character switch
    {
        >= '\uE000' => character - 0x800,
        >= '\uD800' => character + 0x2000,
        _ => character,
    };

    private static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }

            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
            {
                return true;
            }

            i++;
        }

        return false;
    }
}
