using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace TicketExport.Http;

public sealed class TicketHttpAnswerTests
{
    [Fact]
    public void Good_JSON_is_read()
    {
        Assert.True(Answer("{\"id\":\"1\"}").TryReadJson(TestJsonContext.Default.DictionaryStringString, out var value));
        Assert.Equal("1", value["id"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"id\":")]
    [InlineData("{\"id\":{}}")]
    [InlineData("{\"id\":\"1\",\"id\":\"2\"}")]
    [InlineData("{\"id\":\"\\ud800\"}")]
    [InlineData("\u00ef\u00bb\u00bf{}x")]
    [InlineData("{\"id\":\"\u00ff\"}")]
    [Trait("Fault", "F50")]
    [Trait("Fault", "F51")]
    [Trait("Fault", "F52")]
    public void Anything_else_is_unreadable_and_never_throws(string latin1) =>
        Assert.False(Answer(latin1).TryReadJson(TestJsonContext.Default.DictionaryStringString, out _));

    [Fact]
    [Trait("Fault", "F50")]
    public void Deep_JSON_is_unreadable() =>
        Assert.False(Answer(new string('[', 60_000)).TryReadJson(TestJsonContext.Default.DictionaryStringString, out _));

    [Theory]
    [InlineData("application/json", TicketHttpBodyEnd.Complete, true)]
    [InlineData("application/problem+json", TicketHttpBodyEnd.Complete, true)]
    [InlineData("text/html", TicketHttpBodyEnd.Complete, false)]
    [InlineData(null, TicketHttpBodyEnd.Complete, false)]
    [InlineData("application/json", TicketHttpBodyEnd.Capped, false)]
    [InlineData("application/json", TicketHttpBodyEnd.Cut, false)]
    [Trait("Fault", "F29")]
    public void Only_a_whole_body_of_a_JSON_type_is_read(string? type, TicketHttpBodyEnd end, bool readable) =>
        Assert.Equal(readable, Answer("{}", type, end).TryReadJson(TestJsonContext.Default.DictionaryStringString, out _));

    private static TicketHttpAnswer Answer(string latin1, string? type = "application/json", TicketHttpBodyEnd end = TicketHttpBodyEnd.Complete)
    {
        using var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent([]) };
        response.Content.Headers.ContentType = type is null ? null : new MediaTypeHeaderValue(type);
        return new TicketHttpAnswer(response, Encoding.Latin1.GetBytes(latin1), end);
    }
}
