using System.Collections.Immutable;
using System.Text;
using CsCheck;
using TicketExport.Contract;

namespace TicketExport.Core.Tests.Contract;

/// <summary>Arbitrary valid values of the contract, with texts from all of Unicode.</summary>
internal static class ContractGen
{
    private static readonly Gen<string> Character = Gen.Frequency(
        (6, Gen.Int[0x21, 0x7E]),
        (2, Gen.Int[0xA1, 0xD7FF].Where(static code => code is not (0x2028 or 0x2029))),
        (1, Gen.Int[0x1F300, 0x1FAFF])).Select(static code => new Rune(code).ToString());

    private static readonly Gen<string> TextCharacter = Gen.Frequency(
        (8, Character),
        (1, Any("\n", "\r\n", "\t", " ", "\u0001", "\u007F", "\u2028", "\u202E", "\uFEFF")));

    private static readonly Gen<string> AsciiCharacter = Gen.Int[0x21, 0x7E].Select(static code => ((char)code).ToString());

    // A line needs one character that can be seen, and some of Unicode's cannot.
    public static Gen<string> Line { get; } = Gen.Select(Of(Character, 0, 23), AsciiCharacter, static (text, visible) => text + visible);

    public static Gen<string> Text { get; } = Of(TextCharacter, 1, 60);

    public static Gen<string> Id { get; } = Gen.Frequency(
        (4, Gen.Long.Select(static number => number.ToString(System.Globalization.CultureInfo.InvariantCulture))),
        (2, Gen.Int[0, 99].Select(static number => $"0{number}")),
        (1, Any("-0", "+1", "1.0", "1e3", "9223372036854775808", "true", "null")),
        (4, Line));

    public static Gen<string> Url { get; } = Gen.Select(
        Any("https://shop.example.test", "http://10.0.0.7:8080", "https://bücher.example.test", "HTTPS://[::1]"),
        Of(Character.Where(static character => IsAddressCharacter(character)), 0, 20),
        static (origin, path) => $"{origin}/{path}");

    public static Gen<TicketSource> Source { get; } = Gen.Select(
        Any(SourceTypes.ReportIssue, SourceTypes.FixTask, SourceTypes.EvidenceRequest, "x9_host_type"),
        Gen.Select(Id, Line, Line, Line, Line),
        OneOf<TicketSeverity>(),
        Gen.Select(Optional(Id), Id, Optional(Url)),
        ListOf(Id),
        static (type, lines, severity, links, related) => new TicketSource
        {
            Type = type,
            RecordId = lines.Item1,
            Title = lines.Item2,
            Severity = severity,
            Category = lines.Item3,
            Status = lines.Item4,
            ReportId = links.Item1,
            IssueId = type == SourceTypes.ReportIssue ? links.Item2 : null,
            FixTaskId = type == SourceTypes.FixTask ? links.Item2 : null,
            Fingerprint = lines.Item5,
            AffectedUrl = links.Item3,
            RelatedIssueIds = related,
        });

    public static Gen<EvidenceLink> Evidence { get; } = Gen.Select(
        Line,
        Url,
        Line,
        Gen.Nullable(Gen.DateTimeOffset),
        Gen.Bool,
        static (label, url, type, expires, attach) => new EvidenceLink { Label = label, Url = url, Type = type, ExpiresAt = expires, AttachmentAllowed = attach });

    public static Gen<AcceptanceCriterion> Criterion { get; } = Gen.Select(
        Text,
        Gen.Bool,
        Optional(Text),
        Optional(Text),
        static (description, required, hint, reference) => new AcceptanceCriterion { Description = description, EvidenceRequired = required, VerificationHint = hint, SourceReference = reference });

    public static Gen<ExternalTicketReference> ExternalTicket { get; } = Gen.Select(
        Line,
        Id,
        Optional(Line),
        Optional(Url),
        static (provider, id, key, url) => new ExternalTicketReference { ProviderKey = provider, ExternalId = id, ExternalKey = key, Url = url });

    public static Gen<TicketExportDocument> Document { get; } = Gen.Select(
        Source,
        Gen.Select(Line, Text, Optional(Text), Optional(Text), Optional(Line)),
        Gen.Select(ListOf(Text), ListOf(Evidence), ListOf(Criterion), ListOf(Line), ListOf(ExternalTicket)),
        OneOf<TicketPriority>(),
        OneOf<ExportStatus>(),
        static (source, texts, lists, priority, status) => new TicketExportDocument
        {
            Source = source,
            Title = texts.Item1,
            Summary = texts.Item2,
            BusinessImpact = texts.Item3,
            RemediationSnippet = texts.Item4,
            Assignee = texts.Item5,
            ReproductionSteps = lists.Item1,
            EvidenceLinks = lists.Item2,
            AcceptanceCriteria = lists.Item3,
            Labels = lists.Item4,
            ExternalTicketRefs = lists.Item5,
            Priority = priority,
            ExportStatus = status,
        });

    public static Gen<WebhookEnvelope> Envelope { get; } = Gen.Select(
        Gen.Select(Of(AsciiCharacter, 1, 64), Of(AsciiCharacter.Where(static character => character != "."), 1, 40), Gen.Long[0, 999_999_999_999]),
        Gen.Select(Gen.Int[1, int.MaxValue], Any([.. WebhookProviderKeys.All])),
        Gen.Select(Id, Id, Optional(Id)),
        Document,
        Gen.Select(Line, Text, ListOf(Line)),
        static (signing, delivery, ids, document, body) => new WebhookEnvelope
        {
            IdempotencyKey = signing.Item1,
            ReplayProtection = new ReplayProtection { Nonce = signing.Item2, Timestamp = $"{signing.Item3}", SignatureHeader = "X-WebRiskOps-Signature" },
            Attempt = delivery.Item1,
            Target = new EnvelopeTarget { Id = ids.Item1, ProviderKey = delivery.Item2 },
            Account = new AccountScope { Id = ids.Item2, ProjectId = ids.Item3 },
            TicketExport = document,
            RenderedBody = new RenderedBody { Format = body.Item1, Body = body.Item2, Sections = body.Item3 },
        });

    private static Gen<T> Any<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static Gen<string> Of(Gen<string> character, int shortest, int longest) => character.Array[shortest, longest].Select(static parts => string.Concat(parts));

    private static Gen<string?> Optional(Gen<string> value) => Gen.Frequency((1, Gen.Const((string?)null)), (3, value.Select(static text => (string?)text)));

    private static Gen<ImmutableArray<T>> ListOf<T>(Gen<T> item) => item.Array[0, 4].Select(static items => items.ToImmutableArray());

    private static Gen<TEnum> OneOf<TEnum>()
        where TEnum : struct, Enum => Any(Enum.GetValues<TEnum>()[1..]);

    private static bool IsAddressCharacter(string character) =>
        !char.IsWhiteSpace(character[0]) && character[0] is not ('\\' or (>= '\u2000' and <= '\u206F'));
}
