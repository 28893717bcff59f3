using TicketExport.Contract;
using TicketExport.Identity;
using TicketExport.Links;
using TicketExport.Portable.Reading;

namespace TicketExport.Portable.Import;

/// <summary>The rules of a filled-in row. Pure.</summary>
internal static class LinkRowRules
{
    /// <summary>The link of a row; of use only where no problem was added.</summary>
    public static LinkImport? Read(LinkFields fields, PortableLinkRequest request, ProblemList problems)
    {
        Require(fields.AccountId, "account_id", fields, problems);
        Require(fields.SourceType, "source_type", fields, problems);
        Require(fields.SourceId, "source_id", fields, problems);
        Require(fields.SourceFingerprint, "source_fingerprint", fields, problems);
        var targetId = request.TargetId ?? fields.TargetId;
        Require(targetId, "target_id", fields, problems);
        var id = Trimmed(fields.TicketId) ?? Trimmed(fields.TicketKey);
        if (id is null)
        {
            problems.Add(fields.NameOf(LinkWords.TicketId), ContractRules.Required, "The row gives an address and neither the ticket's id nor its key. Fill one in.");
        }

        if (!problems.IsEmpty)
        {
            return null;
        }

        CheckContract(fields, id!, problems);
        if (!string.Equals(fields.AccountId, request.AccountId, StringComparison.Ordinal))
        {
            problems.Add(fields.NameOf("account_id"), ContractRules.Conflict, "Is another account than the one that the file is imported for. Import it for its own account.");
        }

        return problems.IsEmpty ? ToLink(fields, (targetId!, id!), problems) : null;
    }

    /// <summary>An address is https, or has the host of its target, which the host of this library has allowed.</summary>
    public static void CheckAddress(LinkImport link, TicketTarget target, LinkFields fields, ProblemList problems)
    {
        if (link.Ticket.Url is { } url && url.Scheme != Uri.UriSchemeHttps && !string.Equals(url.IdnHost, target.BaseUrl?.IdnHost, StringComparison.OrdinalIgnoreCase))
        {
            problems.Add(fields.NameOf(LinkWords.TicketUrl), ContractRules.Url, "Is not https, and not an address of the target's own host. Give the ticket's https address, or leave it empty.");
        }
    }

    private static LinkImport? ToLink(LinkFields fields, (string TargetId, string TicketId) of, ProblemList problems)
    {
        var account = new AccountScope { Id = fields.AccountId!, ProjectId = fields.ProjectId };
        var source = new SourceKey(fields.SourceType!, fields.SourceId!);
        var fingerprint = DuplicateFingerprint.Compute(account, source, fields.SourceFingerprint!);
        if (fields.DuplicateFingerprint is { } given && !string.Equals(given.Trim(), fingerprint.Value, StringComparison.Ordinal))
        {
            problems.Add(fields.NameOf("duplicate_fingerprint"), ContractRules.Conflict, SourceChecks.Mismatch);
            return null;
        }

        return new()
        {
            Account = account,
            Source = source,
            SourceFingerprint = fields.SourceFingerprint!,
            ReportId = fields.ReportId,
            TargetId = of.TargetId,
            Ticket = new()
            {
                ProviderTicketId = of.TicketId,
                ExternalIssueId = Trimmed(fields.TicketKey),
                Url = Trimmed(fields.TicketUrl) is { } url ? new Uri(url) : null,
            },
        };
    }

    // The smallest document with these fields, so that they are judged by the contract's own rules.
    private static void CheckContract(LinkFields fields, string id, ProblemList problems)
    {
        const string Any = "x";
        var violations = TicketExportDocumentValidator.Validate(new()
        {
            Source = new()
            {
                Type = fields.SourceType!,
                RecordId = fields.SourceId!,
                Title = Any,
                Severity = TicketSeverity.Info,
                Category = Any,
                Status = Any,
                ReportId = fields.ReportId,
                IssueId = fields.SourceType == SourceTypes.ReportIssue ? Any : null,
                FixTaskId = fields.SourceType == SourceTypes.FixTask ? Any : null,
                Fingerprint = fields.SourceFingerprint!,
            },
            Title = Any,
            Summary = Any,
            Priority = TicketPriority.None,
            ExternalTicketRefs = [new() { ProviderKey = Any, ExternalId = id, ExternalKey = Trimmed(fields.TicketKey), Url = Trimmed(fields.TicketUrl) }],
        });
        var ofAccount = AccountScopeValidator.Validate(new() { Id = fields.AccountId!, ProjectId = fields.ProjectId });
        foreach (var violation in violations.Concat(ofAccount))
        {
            problems.Add(fields.NameOf(WordOf(violation.Path)), violation.Rule, violation.Message);
        }
    }

    private static string WordOf(string path) => path switch
    {
        "$.source.type" => "source_type",
        "$.source.record_id" => "source_id",
        "$.source.fingerprint" => "source_fingerprint",
        "$.source.report_id" => "report_id",
        "$.account.id" => "account_id",
        "$.account.project_id" => "project_id",
        "$.external_ticket_refs[0].external_key" => LinkWords.TicketKey,
        "$.external_ticket_refs[0].url" => LinkWords.TicketUrl,
        _ => LinkWords.TicketId,
    };

    private static void Require(string? text, string word, LinkFields fields, ProblemList problems)
    {
        if (string.IsNullOrEmpty(text))
        {
            problems.Add(fields.NameOf(word), ContractRules.Required, "Is empty, and the source cannot be told without it. Restore the field as the file had it.");
        }
    }

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
