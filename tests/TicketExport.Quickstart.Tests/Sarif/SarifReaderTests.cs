using System.Text;
using TicketExport.Samples.Quickstart.Sarif;

namespace TicketExport.Quickstart.Tests.Sarif;

public sealed class SarifReaderTests : IDisposable
{
    private const string Minimal = """{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"Prüfer"}},"results":[{"message":{"text":"a"}}]}]}""";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("quickstart-sarif-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_missing_file_is_named()
    {
        var message = await FailAsync(Path.Combine(_folder.FullName, "none.sarif"));

        Assert.Contains("none.sarif' does not exist", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_is_told_apart_from_a_missing_file() =>
        Assert.Contains("is a folder. Pass one SARIF file", await FailAsync(_folder.FullName), StringComparison.Ordinal);

    [Fact]
    public async Task A_file_above_the_limit_is_refused_before_it_is_read()
    {
        var path = Path.Combine(_folder.FullName, "huge.sarif");
        await using (var file = File.Create(path))
        {
            file.SetLength(SarifReader.MaxBytes + 1L);
        }

        Assert.Contains("huge.sarif' is larger than 200 MB", await FailAsync(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_locked_file_gives_a_message_and_no_raw_error()
    {
        var path = Path.Combine(_folder.FullName, "locked.sarif");
        await using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None);

        Assert.Contains("locked.sarif' cannot be read", await FailAsync(path), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData(" \r\n\t", "is empty")]
    [InlineData("\uFEFF", "is empty")]
    [InlineData("# findings", "is not JSON: it breaks off or is malformed at line 1, byte 1.")]
    [InlineData("{\n  \"version\": \"2.1.0\",\n  \"runs\": [", "at line 3, byte 12.")]
    [InlineData("{\"version\":\"2.1.0\",\"runs\":[]} trailing", "is not JSON")]
    [InlineData("[]", "$.version is missing")]
    [InlineData("7", "$.version is missing")]
    [InlineData("{\"runs\":[]}", "$.version is missing")]
    [InlineData("{\"version\":null,\"runs\":[]}", "$.version is missing")]
    [InlineData("{\"version\":\"1.0.0\",\"runs\":[{\"results\":[{\"message\":\"old\"}]}]}", "is SARIF version 1.0.0; only 2.1.0 is read")]
    [InlineData("{\"version\":2.1,\"runs\":[]}", "is SARIF version 2.1; only 2.1.0 is read")]
    [InlineData("{\"version\":{\"a\":[1]},\"runs\":[]}", "is SARIF version of an unreadable form")]
    [InlineData("{\"version\":\"2.1.0\"}", "has no $.runs array")]
    [InlineData("{\"version\":\"2.1.0\",\"runs\":null}", "has no $.runs array")]
    [InlineData("{\"version\":\"2.1.0\",\"runs\":{}}", "has no $.runs array")]
    [InlineData("{\"version\":\"2.1.0\",\n\"runs\":[{\"results\":[{},{\"message\":\"text\"}]}]}", "breaks SARIF 2.1.0 at $.runs[0].results[1].message (line 2)")]
    [InlineData("{\"version\":\"2.1.0\",\"runs\":[{\"results\":[{\"ruleIndex\":99999999999}]}]}", "$.runs[0].results[0].ruleIndex")]
    [InlineData("{\"version\":\"2.1.0\",\"runs\":[{\"results\":[{\"message\":{\"text\":\"\\ud800\"}}]}]}", "$.runs[0].results[0].message.text")]
    public void Content_that_is_not_sarif_gives_one_message_with_file_place_and_fix(string content, string expected)
    {
        var exception = Assert.Throws<SarifException>(() => SarifText.Read(content));

        Assert.StartsWith("'reports/probe.sarif' ", exception.Message, StringComparison.Ordinal);
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
    }

    [Fact]
    public void A_byte_of_another_encoding_is_named_with_its_line()
    {
        byte[] latin = [.. "{\"version\":\"2.1.0\",\n\"runs\":[{\"tool\":{\"driver\":{\"name\":\"Pr"u8, 0xFC, .. "fer\"}}}]}"u8];

        var exception = Assert.Throws<SarifException>(() => SarifReader.Read(latin, "latin.sarif"));

        Assert.StartsWith("'latin.sarif' is not UTF-8: line 2 holds", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"\\ud800\":1,\"version\":\"2.1.0\",\"runs\":[]}")]
    [InlineData("{\"version\":\"\\ud800\",\"runs\":[]}")]
    [InlineData("{\"version\":\"2.1.0\",\"runs\":[{\"\\ud800\":1}]}")]
    [InlineData("{\"version\":\"2.1.0\",\"runs\":[{\"results\":[{\"fingerprints\":{\"\\ud800\":\"a\"}}]}]}")]
    [InlineData("{\"version\":\"2.1.0\",\"runs\":[{\"results\":[{\"fingerprints\":{\"a\":\"\\ud800\"}}]}]}")]
    [InlineData("{\"version\":\"2.1.0\",\"runs\":[{\"results\":[{\"properties\":{\"\\ud800\":\"a\"}}]}]}")]
    public void Half_a_surrogate_pair_anywhere_is_survived(string json)
    {
        var exception = Record.Exception(() => SarifText.Read(json));

        Assert.True(exception is null or SarifException, $"{exception}");
    }

    [Fact]
    public void Nesting_beyond_the_limit_gives_a_message() =>
        Assert.Throws<SarifException>(() => SarifText.Read("{\"version\":\"2.1.0\",\"runs\":[" + new string('[', 5_000)));

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public async Task A_byte_order_mark_is_understood(string encodingName)
    {
        var encoding = Encoding.GetEncoding(encodingName);
        var path = Path.Combine(_folder.FullName, "bom.sarif");
        await File.WriteAllBytesAsync(path, [.. encoding.GetPreamble(), .. encoding.GetBytes(Minimal)]);

        var report = await SarifReader.ReadFileAsync(path, CancellationToken.None);

        Assert.Equal("Prüfer", Assert.Single(report.Findings).Tool);
        Assert.Equal("bom.sarif", report.Name);
    }

    [Theory]
    [InlineData("""{"version":"2.1.0","runs":[]}""")]
    [InlineData("""{"version":"2.1.0","runs":[null,{},{"results":null},{"results":[]},{"results":[null]}]}""")]
    public void A_file_without_results_is_a_good_file(string json) => Assert.Empty(SarifText.Read(json).Findings);

    [Fact]
    public void Whatever_is_broken_in_a_real_file_no_other_exception_comes_out()
    {
        var original = RealReports.Bytes(RealReports.Compiler);
        var random = new Random(20260101);
        for (var i = 0; i < 400; i++)
        {
            var broken = original[..random.Next(original.Length + 1)];
            for (var hit = 0; hit < i % 4 && broken.Length > 0; hit++)
            {
                broken[random.Next(broken.Length)] = (byte)random.Next(256);
            }

            broken = i % 2 == 0 ? broken : [.. broken, .. original[broken.Length..]];
            var exception = Record.Exception(() => SarifTicketMapper.Map(SarifReader.Read(broken, "broken.sarif")));
            Assert.True(exception is null or SarifException, $"Variant {i}: {exception}");
        }
    }

    private static async Task<string> FailAsync(string path) =>
        (await Assert.ThrowsAsync<SarifException>(() => SarifReader.ReadFileAsync(path, CancellationToken.None))).Message;
}
