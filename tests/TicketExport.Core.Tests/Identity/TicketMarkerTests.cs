using TicketExport.Core.Tests.Vectors;
using TicketExport.Identity;

namespace TicketExport.Core.Tests.Identity;

public sealed class TicketMarkerTests
{
    private static readonly string Digits = new('a', 64);
    private static readonly DuplicateFingerprint Fingerprint = DuplicateFingerprint.Parse(Digits);

    [Fact]
    public void Published_markers_hold() =>
        Assert.All(VectorFile.Identity.Markers, vector => Assert.Equal(
            vector.Marker,
            new TicketMarker(DuplicateFingerprint.Parse(vector.Fingerprint), vector.Generation).Value));

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(int.MaxValue)]
    [Trait("Fault", "F166")]
    public void Marker_needs_no_escaping_anywhere_fits_its_limit_and_is_read_back(int generation)
    {
        var marker = new TicketMarker(Fingerprint, generation);

        Assert.All(marker.Value, character => Assert.True(char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-'));
        Assert.InRange(marker.Value.Length, 80, TicketMarker.MaximumLength);
        Assert.Equal(marker.Value, marker.ToString());
        Assert.Equal(marker, TicketMarker.Parse(marker.Value));
    }

    [Fact]
    public void Longest_marker_has_the_maximum_length() =>
        Assert.Equal(TicketMarker.MaximumLength, new TicketMarker(Fingerprint, int.MaxValue).Value.Length);

    [Theory]
    [InlineData("")]
    [InlineData("-g")]
    [InlineData("-g0")]
    [InlineData("-g01")]
    [InlineData("-g-1")]
    [InlineData("-g+1")]
    [InlineData("-g 1")]
    [InlineData("-g1 ")]
    [InlineData("-g1x")]
    [InlineData("-G1")]
    [InlineData("-h1")]
    [InlineData("a-g1")]
    [InlineData("-g2147483648")]
    [InlineData("-g12345678901")]
    public void Other_ending_is_not_read(string ending) => NotRead("ticketexport-" + Digits + ending);

    [Theory]
    [InlineData("ticketexport-")]
    [InlineData("Ticketexport-")]
    [InlineData(" ticketexport-")]
    [InlineData("ticketexport_")]
    public void Other_beginning_or_fingerprint_is_not_read(string beginning) => NotRead(beginning + Digits.ToUpperInvariant() + "-g1");

    [Fact]
    public void Other_beginning_is_not_read()
    {
        NotRead(null);
        NotRead("Ticketexport-" + Digits + "-g1");
        NotRead("ticketexporT-" + Digits + "-g1");
    }

    [Fact]
    public void Marker_without_fingerprint_or_generation_cannot_be_made()
    {
        Assert.Throws<ArgumentException>("fingerprint", () => new TicketMarker(default, 1));
        Assert.Throws<ArgumentOutOfRangeException>("generation", () => new TicketMarker(Fingerprint, 0));
        Assert.Throws<InvalidOperationException>(() => default(TicketMarker).Value);
        Assert.Equal("", default(TicketMarker).ToString());
    }

    private static void NotRead(string? text)
    {
        Assert.False(TicketMarker.TryParse(text, out _));
        Assert.Throws<FormatException>(() => TicketMarker.Parse(text!));
    }
}
