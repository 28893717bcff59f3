using TicketExport.Core.Tests.Vectors;
using TicketExport.Identity;

namespace TicketExport.Core.Tests.Identity;

public sealed class IdempotencyKeyTests
{
    private static readonly DuplicateFingerprint Fingerprint = DuplicateFingerprint.Parse(new string('a', 64));

    public static TheoryData<string> Names => [.. VectorFile.Identity.IdempotencyKeys.Select(vector => vector.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    [Trait("Behaviour", "S341")]
    public void Published_vector_has_its_key(string name)
    {
        var vector = VectorFile.Identity.IdempotencyKeys.Single(vector => vector.Name == name);

        Assert.Equal(
            vector.IdempotencyKey,
            IdempotencyKey.Compute(DuplicateFingerprint.Parse(vector.Fingerprint), vector.TargetId, vector.Generation).Value);
    }

    [Fact]
    [Trait("Behaviour", "S341")]
    public void Target_and_generation_do_not_run_into_each_other() =>
        Assert.NotEqual(IdempotencyKey.Compute(Fingerprint, "t1", 2), IdempotencyKey.Compute(Fingerprint, "t", 12));

    [Fact]
    [Trait("Fault", "F165")]
    public void Key_is_64_hexadecimal_digits_whatever_the_target_is_called()
    {
        var key = IdempotencyKey.Compute(Fingerprint, "Zürich main\r\nX-Injected: 1 " + new string('x', 300), 1).Value;

        Assert.Equal(64, key.Length);
        Assert.All(key, digit => Assert.True(char.IsAsciiHexDigitLower(digit)));
    }

    [Fact]
    public void Misuse_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("generation", () => IdempotencyKey.Compute(Fingerprint, "t", 0));
        Assert.Throws<ArgumentException>("targetId", () => IdempotencyKey.Compute(Fingerprint, "", 1));
        Assert.Throws<InvalidOperationException>(() => IdempotencyKey.Compute(default, "t", 1));
        Assert.Contains(
            "target id",
            Assert.Throws<ArgumentException>(() => IdempotencyKey.Compute(Fingerprint, "\ud800", 1)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Written_key_is_read_back_and_other_text_is_not()
    {
        var key = IdempotencyKey.Compute(Fingerprint, "t", 1);

        Assert.Equal(key, IdempotencyKey.Parse(key.ToString()));
        Assert.False(IdempotencyKey.TryParse(key.Value.ToUpperInvariant(), out _));
        Assert.False(IdempotencyKey.TryParse(null, out _));
        Assert.Throws<FormatException>(() => IdempotencyKey.Parse(key.Value + " "));
        Assert.Throws<InvalidOperationException>(() => default(IdempotencyKey).Value);
        Assert.Equal("", default(IdempotencyKey).ToString());
    }
}
