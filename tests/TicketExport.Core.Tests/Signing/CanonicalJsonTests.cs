using System.Buffers;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CsCheck;
using TicketExport.Core.Tests.Vectors;
using TicketExport.Signing;

namespace TicketExport.Core.Tests.Signing;

public sealed class CanonicalJsonTests
{
    private const string Alphabet = "ab1 \"\\/\b\t\n\f\r\0\u001f\u007f\u0080éß€\u2028\uFB33\uFFFDİ";

    // Asks for the package by the entry point that it names itself.
    private const string OracleScript = """
        import { readFileSync } from 'node:fs';
        import { join } from 'node:path';
        import { pathToFileURL } from 'node:url';
        const folder = join(process.env.TICKETEXPORT_NODE_MODULES, 'canonicalize');
        const { main } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
        const { default: canonicalize } = await import(pathToFileURL(join(folder, main)));
        const inputs = JSON.parse(readFileSync(0, 'utf8'));
        process.stdout.write(JSON.stringify(inputs.map(text => canonicalize(JSON.parse(text)))));
        """;

    private static readonly Gen<string> Text = Gen.OneOf(Gen.String[Alphabet], Gen.Const("\ud83d\ude02"), Gen.Const("\ud83d\ude00\uFB33"));

    public static TheoryData<string> Names => [.. VectorFile.CanonicalJson.Canonical.Select(vector => vector.Name)];

    public static TheoryData<string> RefusedNames => [.. VectorFile.CanonicalJson.Refused.Select(vector => vector.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    [Trait("Behaviour", "S256")]
    [Trait("Behaviour", "S257")]
    public void Published_vector_has_its_canonical_form(string name)
    {
        var vector = VectorFile.CanonicalJson.Canonical.Single(vector => vector.Name == name);

        var canonical = CanonicalJson.ToUtf8Bytes(Encoding.UTF8.GetBytes(vector.Input));

        Assert.Equal(vector.Output, Encoding.UTF8.GetString(canonical));
        Assert.Equal(vector.Sha256, Convert.ToHexStringLower(SHA256.HashData(canonical)));
        Assert.Equal(canonical, CanonicalJson.ToUtf8Bytes(canonical));
    }

    [Theory]
    [MemberData(nameof(RefusedNames))]
    [Trait("Fault", "F175")]
    public void Value_without_a_canonical_form_is_refused_by_its_path(string name)
    {
        var vector = VectorFile.CanonicalJson.Refused.Single(vector => vector.Name == name);

        var exception = Assert.ThrowsAny<JsonException>(() => CanonicalJson.ToUtf8Bytes(Encoding.UTF8.GetBytes(vector.Input)));

        Assert.Equal(vector.Path, exception.Path);
        Assert.StartsWith(vector.Path + ":", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("{},")]
    [InlineData("/* no */{}")]
    [InlineData("[1,]")]
    [InlineData("\uFEFF{}")]
    [InlineData("NaN")]
    public void Text_that_is_no_JSON_is_refused(string text) =>
        Assert.ThrowsAny<JsonException>(() => CanonicalJson.ToUtf8Bytes(Encoding.UTF8.GetBytes(text)));

    [Fact]
    [Trait("Fault", "F175")]
    public void Invalid_UTF8_is_refused()
    {
        var exception = Assert.ThrowsAny<JsonException>(() => CanonicalJson.ToUtf8Bytes([(byte)'[', (byte)'"', 0xC3, (byte)'"', (byte)']']));
        Assert.Equal("$[0]", exception.Path);
    }

    [Fact]
    public void Nesting_of_32_is_written_and_absent_elements_are_refused()
    {
        var deepest = Encoding.UTF8.GetBytes(new string('[', 32) + new string(']', 32));
        Assert.Equal(deepest, CanonicalJson.ToUtf8Bytes(deepest));

        using var deeper = JsonDocument.Parse(new string('[', 33) + new string(']', 33));
        Assert.ThrowsAny<JsonException>(() => CanonicalJson.Write(new ArrayBufferWriter<byte>(), deeper.RootElement));
        Assert.ThrowsAny<JsonException>(() => CanonicalJson.Write(new ArrayBufferWriter<byte>(), default));
    }

    [Fact]
    [Trait("Behaviour", "S258")]
    public void Member_order_and_white_space_do_not_change_bytes_or_signature() =>
        Gen.Dictionary(Text, Text)[0, 8].Sample(members =>
        {
            var secret = WebhookSecret.FromText("example-secret-number-one-0001");
            var forward = CanonicalJson.ToUtf8Bytes(JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string>(members)));
            var backward = CanonicalJson.ToUtf8Bytes(Indented(new Dictionary<string, string>(members.Reverse())));
            Assert.Equal(forward, backward);
            Assert.Equal(TicketSyncSignature.Sign(secret, forward), TicketSyncSignature.Sign(secret, backward));
            Assert.Equal(members.Count == 0, forward.AsSpan().SequenceEqual("{}"u8));
        });

    [Fact]
    public void Canonical_form_reads_back_as_the_same_value() =>
        Gen.Dictionary(Text, Gen.Long)[0, 8].Sample(members =>
            Assert.Equal(
                new SortedDictionary<string, long>(members, StringComparer.Ordinal),
                JsonSerializer.Deserialize<Dictionary<string, long>>(
                    CanonicalJson.ToUtf8Bytes(JsonSerializer.SerializeToUtf8Bytes(members)))!.OrderBy(member => member.Key, StringComparer.Ordinal)));

    [OracleFact("canonicalize")]
    [Trait("Behaviour", "S257")]
    public async Task Package_canonicalize_agrees()
    {
        List<string> inputs =
        [
            .. VectorFile.CanonicalJson.Canonical.Where(vector => vector.Name != "integers beyond 2^53").Select(vector => vector.Input),
            .. Gen.Dictionary(Text, Gen.Int.Array[0, 4])[0, 8].Array[500].Single().Select(members => JsonSerializer.Serialize(members)),
        ];

        var answers = await AskAsync(JsonSerializer.Serialize(inputs));

        Assert.Equal(inputs.Count, answers.Length);
        Assert.All(inputs.Zip(answers), pair =>
            Assert.Equal(pair.Second, Encoding.UTF8.GetString(CanonicalJson.ToUtf8Bytes(Encoding.UTF8.GetBytes(pair.First)))));
    }

    private static byte[] Indented(Dictionary<string, string> members)
    {
        var output = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true });
        JsonSerializer.Serialize(writer, members);
        return output.WrittenSpan.ToArray();
    }

    private static async Task<string[]> AskAsync(string input)
    {
        using var node = Process.Start(new ProcessStartInfo("node", ["--input-type=module", "-e", OracleScript])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
        })!;
        await node.StandardInput.WriteAsync(input);
        node.StandardInput.Close();
        var answer = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        Assert.Equal(0, node.ExitCode);
        return JsonSerializer.Deserialize<string[]>(answer)!;
    }
}
