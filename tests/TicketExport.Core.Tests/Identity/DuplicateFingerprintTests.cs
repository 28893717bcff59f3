using System.Globalization;
using CsCheck;
using TicketExport.Contract;
using TicketExport.Core.Tests.Vectors;
using TicketExport.Identity;

namespace TicketExport.Core.Tests.Identity;

public sealed class DuplicateFingerprintTests
{
    // Everything that the framing itself is made of, and what cultures and normalisation change.
    private const string Nasty = "0123456789:,-\n\0 aAiIİıßéе\u0301\uFFFD";

    private static readonly Gen<string> Field = Gen.OneOf(
        Gen.String[Gen.Char[Nasty], 0, 4],
        Gen.OneOf("", "-", "-,", "0:,", "1:a,", "1:a", "\ud83d\ude02", "é", "e\u0301"));

    private static readonly Gen<(string, string?, string, string, string)> Fields =
        Gen.Select(Field, Gen.OneOf(Field.Select(text => (string?)text), Gen.Const((string?)null)), Field, Field, Field);

    public static TheoryData<string> Names => [.. VectorFile.Identity.Fingerprints.Select(vector => vector.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    [Trait("Behaviour", "S81")]
    [Trait("Fault", "F178")]
    public void Published_vector_has_its_fingerprint(string name)
    {
        var vector = VectorFile.Identity.Fingerprints.Single(vector => vector.Name == name);

        Assert.Equal(vector.Fingerprint, Sources.Compute(vector).Value);
    }

    [Fact]
    [Trait("Fault", "F178")]
    public void Published_vectors_are_all_different() =>
        Assert.Distinct(VectorFile.Identity.Fingerprints.Select(vector => Sources.Compute(vector).Value));

    [Fact]
    [Trait("Fault", "F178")]
    public void Fields_do_not_run_into_each_other()
    {
        Assert.NotEqual(Compute("ab", "c", "t", "r", "f"), Compute("a", "bc", "t", "r", "f"));
        Assert.NotEqual(Compute("a", "p", "tr", "", "f"), Compute("a", "p", "t", "r", "f"));
        Assert.NotEqual(Compute("a", "p", "t", "rf", ""), Compute("a", "p", "t", "r", "f"));
        Assert.NotEqual(Compute("a", "p", "t", "1:x,", "f"), Compute("a", "p", "t", "x", "f"));
    }

    [Fact]
    [Trait("Fault", "F178")]
    public void Absent_project_is_not_an_empty_one_and_not_its_spelling()
    {
        Assert.NotEqual(Compute("a", null, "t", "r", "f"), Compute("a", "", "t", "r", "f"));
        Assert.NotEqual(Compute("a", null, "t", "r", "f"), Compute("a", "-", "t", "r", "f"));
        Assert.NotEqual(Compute("a", null, "t", "r", "f"), Compute("a", "-,", "t", "r", "f"));
    }

    [Fact]
    [Trait("Fault", "F178")]
    public void Different_fields_give_different_fingerprints_and_equal_ones_the_same() =>
        Gen.Select(Fields, Fields).Sample(
            (left, right) => Assert.Equal(left == right, Compute(left) == Compute(right)),
            iter: 20_000);

    [Fact]
    [Trait("Fault", "F178")]
    public void Moving_a_border_between_two_fields_gives_another_fingerprint() =>
        Gen.Select(Gen.String[Gen.Char[Nasty], 1, 6], Gen.Int[0, 5], Gen.Int[0, 5]).Sample((text, first, second) =>
        {
            var (a, b) = (first % (text.Length + 1), second % (text.Length + 1));
            Assert.Equal(a == b, Compute(text[..a], text[a..], "t", "r", "f") == Compute(text[..b], text[b..], "t", "r", "f"));
        });

    [Fact]
    public void Title_and_other_words_of_the_source_do_not_count()
    {
        var source = Sources.Source();
        var edited = source with
        {
            Title = "Another title",
            Severity = TicketSeverity.Low,
            Category = "other",
            Status = "fixed",
            ReportId = "9",
            IssueId = "1001",
            AffectedUrl = "https://example.com/",
            RelatedIssueIds = ["1"],
        };

        Assert.Equal(
            DuplicateFingerprint.Compute(Sources.Account(), source),
            DuplicateFingerprint.Compute(Sources.Account(), edited));
    }

    [Fact]
    public void Account_project_type_record_and_fingerprint_each_count() =>
        Assert.Distinct(
        [
            Compute("a", "p", "t", "r", "f"), Compute("b", "p", "t", "r", "f"), Compute("a", "q", "t", "r", "f"),
            Compute("a", "p", "u", "r", "f"), Compute("a", "p", "t", "s", "f"), Compute("a", "p", "t", "r", "g"),
        ]);

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    [InlineData("")]
    [Trait("Fault", "F176")]
    [Trait("Fault", "F177")]
    public void Culture_changes_no_key(string culture)
    {
        var (before, ui) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            Assert.All(VectorFile.Identity.Fingerprints, vector => Assert.Equal(vector.Fingerprint, Sources.Compute(vector).Value));
            Assert.All(VectorFile.Identity.IdempotencyKeys, vector => Assert.Equal(
                vector.IdempotencyKey,
                IdempotencyKey.Compute(DuplicateFingerprint.Parse(vector.Fingerprint), vector.TargetId, vector.Generation).Value));
            Assert.All(VectorFile.Identity.Markers, vector => Assert.Equal(
                vector.Marker,
                new TicketMarker(DuplicateFingerprint.Parse(vector.Fingerprint), vector.Generation).Value));
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, ui);
        }
    }

    [Theory]
    [InlineData('a', '\ud800')]
    [InlineData('a', '\udc00')]
    [InlineData('\udc00', '\ud800')]
    [Trait("Fault", "F175")]
    public void Lone_surrogate_is_refused_by_the_name_of_its_field(char first, char second)
    {
        // Built here: an attribute's text is stored as UTF-8, which has no form for it either.
        var text = new string([first, second]);
        Refused(() => Compute(text, "p", "t", "r", "f"), "account id");
        Refused(() => Compute("a", text, "t", "r", "f"), "project id");
        Refused(() => Compute("a", "p", text, "r", "f"), "source type");
        Refused(() => Compute("a", "p", "t", text, "f"), "record id");
        Refused(() => Compute("a", "p", "t", "r", text), "source fingerprint");
    }

    [Fact]
    public void Null_where_only_the_project_may_be_absent_is_refused()
    {
        Refused(() => Compute(null!, null, "t", "r", "f"), "account id");
        Refused(() => Compute("a", null, null!, "r", "f"), "source type");
        Refused(() => Compute("a", null, "t", null!, "f"), "record id");
        Refused(() => Compute("a", null, "t", "r", null!), "source fingerprint");
    }

    [Theory]
    [InlineData(400)]
    [InlineData(450)]
    [InlineData(512)]
    [InlineData(100_000)]
    public void Length_of_a_field_does_not_matter(int length)
    {
        var text = new string('é', length);
        Assert.Equal(Compute("a", null, "t", text, "f"), Compute("a", null, "t", new string('é', length), "f"));
        Assert.NotEqual(Compute("a", null, "t", text, "f"), Compute("a", null, "t", text + "x", "f"));
    }

    [Fact]
    public void Written_fingerprint_is_read_back()
    {
        var fingerprint = Compute("a", null, "t", "r", "f");

        Assert.Equal(fingerprint, DuplicateFingerprint.Parse(fingerprint.Value));
        Assert.Equal(fingerprint.Value, fingerprint.ToString());
        Assert.Equal(64, fingerprint.Value.Length);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2d3c10b43066665a88791dc89d80910337d422998d31433200df2adb7be59c9")]
    [InlineData("2d3c10b43066665a88791dc89d80910337d422998d31433200df2adb7be59c911")]
    [InlineData("2D3C10B43066665A88791DC89D80910337D422998D31433200DF2ADB7BE59C91")]
    [InlineData("2d3c10b43066665a88791dc89d80910337d422998d31433200df2adb7be59c9\n")]
    [InlineData("gd3c10b43066665a88791dc89d80910337d422998d31433200df2adb7be59c91")]
    public void Other_text_is_not_read(string? text)
    {
        Assert.False(DuplicateFingerprint.TryParse(text, out var fingerprint));
        Assert.Equal(default, fingerprint);
        Assert.Throws<FormatException>(() => DuplicateFingerprint.Parse(text!));
    }

    [Fact]
    public void Default_fingerprint_has_no_value()
    {
        Assert.Throws<InvalidOperationException>(() => default(DuplicateFingerprint).Value);
        Assert.Equal("", default(DuplicateFingerprint).ToString());
    }

    private static void Refused(Func<DuplicateFingerprint> compute, string field) =>
        Assert.Contains(field, Assert.Throws<ArgumentException>(() => compute()).Message, StringComparison.Ordinal);

    private static DuplicateFingerprint Compute((string, string?, string, string, string) fields) =>
        Compute(fields.Item1, fields.Item2, fields.Item3, fields.Item4, fields.Item5);

    private static DuplicateFingerprint Compute(string account, string? project, string type, string record, string fingerprint) =>
        DuplicateFingerprint.Compute(Sources.Account(account, project), Sources.Source(type, record, fingerprint));
}
