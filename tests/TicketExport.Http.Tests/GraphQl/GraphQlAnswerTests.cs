namespace TicketExport.Http.GraphQl;

public sealed class GraphQlAnswerTests
{
    [Fact]
    public void Data_and_errors_are_read_whatever_the_status()
    {
        var answer = Read(400, """{"data":{"a":"1"},"errors":[{"message":"m","path":["x"],"extensions":{"code":"RATELIMITED","statusCode":400,"http":{"status":429}}}],"extensions":{}}""");

        Assert.Equal("1", answer!.Data!["a"]);
        var error = Assert.Single(answer.Errors);
        Assert.Equal(("m", "RATELIMITED"), (error.Message, error.GetExtension("code")));
    }

    [Theory]
    [InlineData("""{"data":null}""")]
    [InlineData("""{"errors":[]}""")]
    [InlineData("{}")]
    public void Missing_errors_are_none(string body)
    {
        var answer = Read(200, body);

        Assert.Null(answer!.Data);
        Assert.Empty(answer.Errors);
    }

    [Theory]
    [InlineData("statusCode")]
    [InlineData("http")]
    [InlineData("nothing")]
    public void An_extension_that_is_no_text_is_none(string name) =>
        Assert.Null(Assert.Single(Read(200, """{"errors":[{"extensions":{"statusCode":400,"http":{},"nothing":null}}]}""")!.Errors).GetExtension(name));

    [Theory]
    [InlineData("""{"errors":[{"message":"m"}]}""")]
    [InlineData("""{"errors":[{"message":"m","extensions":null}]}""")]
    [InlineData("""{"errors":[{"message":"m","extensions":"text"}]}""")]
    [InlineData("""{"errors":[{"message":"m","extensions":["code"]}]}""")]
    public void Extensions_of_another_shape_hold_nothing(string body) =>
        Assert.Null(Assert.Single(Read(200, body)!.Errors).GetExtension("code"));

    [Theory]
    [InlineData("""{"errors":"no"}""")]
    [InlineData("""{"data":null,"errors":null}""")]
    [InlineData("""{"errors":[{"message":{}}]}""")]
    [InlineData("""{"data":[]}""")]
    [InlineData("<!doctype html>")]
    public void Another_shape_is_unreadable_and_never_throws(string body) => Assert.Null(Read(200, body));

    private static GraphQlAnswer<Dictionary<string, string>>? Read(int status, string body) =>
        Answers.Of(status, body).TryReadJson(GraphQlTestJsonContext.Default.Answer, out var answer) ? answer : null;
}
