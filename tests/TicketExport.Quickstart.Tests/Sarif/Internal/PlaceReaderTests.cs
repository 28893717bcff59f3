using TicketExport.Samples.Quickstart.Sarif;

namespace TicketExport.Quickstart.Tests.Sarif.Internal;

public sealed class PlaceReaderTests
{
    private const string Bases =
        """
        "originalUriBaseIds":{"ROOT":{"uri":"file:///home/build/shop/"},"SRC":{"uri":"src/","uriBaseId":"ROOT"},"OPEN":{},
          "LOOP":{"uri":"l/","uriBaseId":"LOOP"}},
        "artifacts":[{"location":{"uri":"src/indexed%20file.js","uriBaseId":"ROOT"}}]
        """;

    [Theory]
    [InlineData("\"uri\":\"src/a.js\"", "src/a.js")]
    [InlineData("\"uri\":\"./src//x/../a.js\"", "src/a.js")]
    [InlineData("\"uri\":\"../up.js\"", "../up.js")]
    [InlineData("\"uri\":\"src\\\\win\\\\a.cs\"", "src/win/a.cs")]
    [InlineData("\"uri\":\"a%20b%C3%BC.js\"", "a bü.js")]
    [InlineData("\"uri\":\"100%25.js\"", "100%.js")]
    [InlineData("\"uri\":\"broken%ZZ.js\"", "broken%ZZ.js")]
    [InlineData("\"uri\":\"a.js\",\"uriBaseId\":\"ROOT\"", "a.js")]
    [InlineData("\"uri\":\"a.js\",\"uriBaseId\":\"SRC\"", "src/a.js")]
    [InlineData("\"uri\":\"a.js\",\"uriBaseId\":\"OPEN\"", "a.js")]
    [InlineData("\"uri\":\"a.js\",\"uriBaseId\":\"MISSING\"", "a.js")]
    [InlineData("\"uri\":\"file:///home/build/shop/src/a.js\"", "src/a.js")]
    [InlineData("\"uri\":\"file:///opt/a.js\"", "/opt/a.js")]
    [InlineData("\"uri\":\"file:///C:/shop/a.js\"", "C:/shop/a.js")]
    [InlineData("\"uri\":\"C:\\\\shop\\\\a.js\"", "C:/shop/a.js")]
    [InlineData("\"uri\":\"https://shop.example/cart?id=%201\"", "https://shop.example/cart?id=%201")]
    [InlineData("\"index\":0", "src/indexed file.js")]
    [InlineData("\"index\":9", null)]
    [InlineData("\"index\":-1", null)]
    [InlineData("\"uri\":\"\"", null)]
    public void A_file_is_named_by_its_path_below_the_scanned_root(string artifact, string? expected)
    {
        var report = SarifText.ReadRun($$"""{{Bases}},"results":[{"message":{"text":"m"},{{SarifText.At(artifact, "")}}}]""");

        Assert.Equal(expected, Assert.Single(report.Findings).Place.Path);
    }

    [Fact]
    public void A_base_that_names_itself_ends() =>
        Assert.EndsWith("l/a.js", Only($$"""{{Bases}},"results":[{"message":{"text":"m"},{{SarifText.At("\"uri\":\"a.js\",\"uriBaseId\":\"LOOP\"", "")}}}]""").Path, StringComparison.Ordinal);

    [Fact]
    public void Absolute_files_are_shown_below_the_folder_they_share()
    {
        var report = SarifText.ReadResults($"{Result("file:///ci/7/app/a.js")},{Result("file:///ci/7/app2/b.js")}");

        Assert.Equal(["app/a.js", "app2/b.js"], report.Findings.Select(finding => finding.Place.ShownPath));
        Assert.Equal(["/ci/7/app/a.js", "/ci/7/app2/b.js"], report.Findings.Select(finding => finding.Place.Path));
    }

    [Theory]
    [InlineData("\"startLine\":3,\"startColumn\":5", "a.js, line 3, column 5")]
    [InlineData("\"startLine\":3", "a.js, line 3")]
    [InlineData("\"startLine\":0,\"startColumn\":-1", "a.js")]
    [InlineData("\"charOffset\":12", "a.js")]
    public void A_place_is_told_as_exactly_as_the_file_does(string region, string expected) =>
        Assert.Equal(expected, SarifText.ReadResult($$"""{"message":{"text":"m"},{{SarifText.At("\"uri\":\"a.js\"", region)}}}""").Place.Words);

    [Theory]
    [InlineData("", "the scanned code")]
    [InlineData(",\"locations\":[null]", "the scanned code")]
    [InlineData(",\"locations\":[{\"logicalLocations\":[{\"name\":\"Add\",\"fullyQualifiedName\":\"Shop.Cart.Add\"}]}]", "Shop.Cart.Add")]
    public void A_place_without_a_file_is_named_by_its_code_element(string members, string expected) =>
        Assert.Equal(expected, SarifText.ReadResult($$"""{"message":{"text":"m"}{{members}}}""").Place.Words);

    [Theory]
    [InlineData("https://github.com/o/shop.git", "src/a b.js", "https://github.com/o/shop/blob/4f2d/src/a%20b.js#L3")]
    [InlineData("https://gitlab.com/o/p/shop", "a.js", "https://gitlab.com/o/p/shop/-/blob/4f2d/a.js#L3")]
    [InlineData("https://git.example/o/shop", "a.js", null)]
    [InlineData("https://user:pw@github.com/o/shop", "a.js", null)]
    [InlineData("git@github.com:o/shop.git", "a.js", null)]
    [InlineData("https://github.com/o/shop", "/opt/a.js", null)]
    public void A_line_is_linked_where_repository_and_revision_are_known(string repository, string uri, string? expected)
    {
        var place = Only(
            $$"""
            "versionControlProvenance":[{"repositoryUri":"{{repository}}","revisionId":"4f2d"}],"results":[{"message":{"text":"m"},{{SarifText.At(uri, 3)}}}]
            """);

        Assert.Equal(expected, place.SourceLink);
    }

    private static string Result(string uri) => $$"""{"message":{"text":"m"},{{SarifText.At(uri, 3)}}}""";

    private static SarifPlace Only(string run) => Assert.Single(SarifText.ReadRun(run).Findings).Place;
}
