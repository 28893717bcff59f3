using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace TicketExport.Signing;

internal sealed class CanonicalJsonWriter(IBufferWriter<byte> output)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly SearchValues<char> Escaped =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(static c => (char)c), '"', '\\']);

    private readonly List<(string? Name, int Index)> _path = [];

    public void Write(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(value);
                break;
            case JsonValueKind.Array:
                WriteArray(value);
                break;
            case JsonValueKind.String:
                WriteString(ReadString(static value => value.GetString()!, value));
                break;
            case JsonValueKind.Number:
                WriteNumber(value);
                break;
            case JsonValueKind.True:
                output.Write("true"u8);
                break;
            case JsonValueKind.False:
                output.Write("false"u8);
                break;
            case JsonValueKind.Null:
                output.Write("null"u8);
                break;
            default:
                throw Refuse("there is no value");
        }
    }

    private void WriteObject(JsonElement value)
    {
        CheckDepth();
        var members = new List<JsonProperty>();
        var names = new List<string>();
        foreach (var member in value.EnumerateObject())
        {
            names.Add(ReadString(static member => member.Name, member));
            members.Add(member);
        }

        string[] sortedNames = [.. names];
        JsonProperty[] sorted = [.. members];
        Array.Sort(sortedNames, sorted, StringComparer.Ordinal);

        output.Write("{"u8);
        for (var i = 0; i < sorted.Length; i++)
        {
            _path.Add((sortedNames[i], 0));
            if (i > 0)
            {
                if (string.Equals(sortedNames[i], sortedNames[i - 1], StringComparison.Ordinal))
                {
                    throw Refuse("the member is there twice");
                }

                output.Write(","u8);
            }

            WriteString(sortedNames[i]);
            output.Write(":"u8);
            Write(sorted[i].Value);
            _path.RemoveAt(_path.Count - 1);
        }

        output.Write("}"u8);
    }

    private void WriteArray(JsonElement value)
    {
        CheckDepth();
        output.Write("["u8);
        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            if (index > 0)
            {
                output.Write(","u8);
            }

            _path.Add((null, index++));
            Write(item);
            _path.RemoveAt(_path.Count - 1);
        }

        output.Write("]"u8);
    }

    private void WriteNumber(JsonElement value)
    {
        if (!value.TryGetInt64(out var number))
        {
            throw Refuse("the number is no signed 64-bit integer");
        }

        var target = output.GetSpan(20);
        number.TryFormat(target, out var written, default, CultureInfo.InvariantCulture);
        output.Advance(written);
    }

    private void WriteString(ReadOnlySpan<char> text)
    {
        output.Write("\""u8);
        for (var next = text.IndexOfAny(Escaped); next >= 0; next = text.IndexOfAny(Escaped))
        {
            Strict.GetBytes(text[..next], output);
            WriteEscape(text[next]);
            text = text[(next + 1)..];
        }

        Strict.GetBytes(text, output);
        output.Write("\""u8);
    }

    private void WriteEscape(char character)
    {
        var shortForm = character switch
        {
            '"' => "\\\""u8,
            '\\' => "\\\\"u8,
            '\b' => "\\b"u8,
            '\t' => "\\t"u8,
            '\n' => "\\n"u8,
            '\f' => "\\f"u8,
            '\r' => "\\r"u8,
            _ => default,
        };
        if (!shortForm.IsEmpty)
        {
            output.Write(shortForm);
            return;
        }

        output.Write("\\u00"u8);
        var target = output.GetSpan(2);
        ((int)character).TryFormat(target, out var written, "x2", CultureInfo.InvariantCulture);
        output.Advance(written);
    }

    private string ReadString<T>(Func<T, string> read, T from)
    {
        try
        {
            return read(from);
        }
        catch (InvalidOperationException)
        {
            throw Refuse("text holds a lone surrogate or invalid UTF-8");
        }
    }

    private void CheckDepth()
    {
        if (_path.Count >= CanonicalJson.MaximumDepth)
        {
            throw Refuse("the nesting is deeper than 32");
        }
    }

    private JsonException Refuse(string reason)
    {
        var path = new StringBuilder("$");
        foreach (var (name, index) in _path)
        {
            _ = name is null
                ? path.Append(CultureInfo.InvariantCulture, $"[{index}]")
                : path.Append('.').Append(name);
        }

        return new($"{path}: {reason}, so the value has no canonical form.", path.ToString(), null, null);
    }
}
