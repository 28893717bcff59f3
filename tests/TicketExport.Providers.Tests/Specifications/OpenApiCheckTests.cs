using System.Collections.Immutable;
using System.Text;
using TicketExport.Testing;

namespace TicketExport.Providers.Tests.Specifications;

public sealed class OpenApiCheckTests
{
    private const string Document = """
        {
          "openapi": "3.0.3",
          "paths": {
            "/things/{id}": {
              "parameters": [{ "name": "id", "in": "path", "required": true, "schema": { "type": "string" } }],
              "get": {
                "parameters": [{ "$ref": "#/components/parameters/page" }, { "name": "state", "in": "query", "schema": { "type": "string", "enum": ["open", "closed"] } }],
                "responses": { "200": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/thing" } } } } }
              },
              "post": {
                "requestBody": {
                  "required": true,
                  "content": { "application/json": { "schema": {
                    "type": "object",
                    "required": ["title"],
                    "properties": {
                      "title": { "oneOf": [{ "type": "string", "maxLength": 5 }, { "type": "integer" }] },
                      "labels": { "type": "array", "items": { "type": "string" } },
                      "note": { "type": "string", "nullable": true }
                    }
                  } } }
                },
                "responses": { "201": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/thing" } } } } }
              }
            },
            "/things/special": { "get": { "responses": { "204": { "description": "none" } } } }
          },
          "components": {
            "parameters": { "page": { "name": "page", "in": "query", "required": true, "schema": { "type": "integer" } } },
            "schemas": {
              "thing": { "allOf": [
                { "type": "object", "required": ["id"], "properties": { "id": { "type": "integer" } } },
                { "type": "object", "properties": { "at": { "type": "string", "format": "date-time" } } }
              ] }
            }
          }
        }
        """;

    private static readonly OpenApiCheck Check = OpenApiCheck.Parse(Document);

    public static TheoryData<string, string, string, int, string, string> Wrong => new()
    {
        { "GET", "/elsewhere", "", 200, "{\"id\":1}", "no such path" },
        { "DELETE", "/things/1", "", 200, "{\"id\":1}", "no such method" },
        { "GET", "/things/1", "", 200, "{\"id\":1}", "lacks 'page'" },
        { "GET", "/things/1?page=x", "", 200, "{\"id\":1}", "should be integer" },
        { "GET", "/things/1?page=1&state=done", "", 200, "{\"id\":1}", "allowed values" },
        { "GET", "/things/1?page=1&per=2", "", 200, "{\"id\":1}", "'per' is not in the document" },
        { "GET", "/things/1?page=1", "", 202, "{\"id\":1}", "no answer 202" },
        { "GET", "/things/1?page=1", "", 200, "", "lacks its body" },
        { "GET", "/things/1?page=1", "", 200, "{}", "lacks 'id'" },
        { "GET", "/things/1?page=1", "", 200, "{\"id\":1,\"at\":\"yesterday\"}", "no date-time" },
        { "POST", "/things/1", "", 201, "{\"id\":1}", "body is missing" },
        { "POST", "/things/1", "{", 201, "{\"id\":1}", "not JSON" },
        { "POST", "/things/1", "{}", 201, "{\"id\":1}", "lacks 'title'" },
        { "POST", "/things/1", "{\"title\":\"longer\"}", 201, "{\"id\":1}", "oneOf" },
        { "POST", "/things/1", "{\"title\":null}", 201, "{\"id\":1}", "oneOf" },
        { "POST", "/things/1", "{\"title\":\"t\",\"labels\":[\"a\",1]}", 201, "{\"id\":1}", "request.labels[1] is Number" },
        { "POST", "/things/1", "{\"title\":\"t\",\"lables\":[]}", 201, "{\"id\":1}", "request.lables is not in the document" },
        { "GET", "/things/special", "{\"a\":1}", 204, "", "no request body" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_difference_from_the_document_is_named(string method, string target, string body, int status, string answer, string expected) =>
        Assert.Contains(expected, Assert.Single(Check.Check(Exchange((method, target, body), (status, answer)))), StringComparison.Ordinal);

    [Theory]
    [InlineData("GET", "/things/1?page=1&state=open", "", 200, "{\"id\":1,\"at\":\"2026-11-22T17:00:00Z\",\"more\":true}")]
    [InlineData("GET", "/things/special", "", 204, "")]
    [InlineData("GET", "/things/1?page=1", "", 500, "oops")]
    [InlineData("POST", "/things/1", "{\"title\":7,\"labels\":[\"a\"],\"note\":null}", 201, "{\"id\":1}")]
    public void An_exchange_as_the_document_describes_it_passes(string method, string target, string body, int status, string answer) =>
        Assert.Empty(Check.Check(Exchange((method, target, body), (status, answer))));

    [Fact]
    public void Paths_below_a_base_path_are_found_and_others_are_not()
    {
        Assert.Empty(Check.Check(Exchange(("GET", "/api/v3/things/special", ""), (204, "")), "/api/v3"));
        Assert.Single(Check.Check(Exchange(("GET", "/things/special", ""), (204, "")), "/api/v3"));
    }

    [SpecsFact("github/api.github.com.issues-trimmed.json")]
    public void A_misspelt_field_of_an_issue_shows_against_the_published_document()
    {
        var github = OpenApiCheck.Load("github/api.github.com.issues-trimmed.json");

        Assert.Empty(github.Check(Exchange(("POST", "/repos/acme/shop/issues", "{\"title\":\"t\",\"body\":\"b\",\"labels\":[\"a\"]}"), null)));
        Assert.Contains("titel", Assert.Single(github.Check(Exchange(("POST", "/repos/acme/shop/issues", "{\"title\":\"t\",\"titel\":\"t\"}"), null))), StringComparison.Ordinal);
    }

    [SpecsFact("jira-cloud/swagger-v3.v3.json")]
    public void A_wrong_kind_of_field_shows_against_the_published_document()
    {
        var jira = OpenApiCheck.Load("jira-cloud/swagger-v3.v3.json");

        Assert.Empty(jira.Check(Exchange(("POST", "/rest/api/3/issue", "{\"fields\":{\"summary\":\"t\"}}"), null)));
        Assert.NotEmpty(jira.Check(Exchange(("POST", "/rest/api/3/issue", "{\"fields\":[]}"), null)));
    }

    private static FakeExchange Exchange((string Method, string Target, string Body) request, (int Status, string Body)? reply)
    {
        var parts = request.Target.Split('?');
        var query = parts.Length == 1 ? [] : parts[1].Split('&').Select(static pair => pair.Split('='));
        return new FakeExchange(
            FakeTrackerCallKind.Unknown,
            new FakeHttpRequest
            {
                Method = request.Method,
                Path = parts[0],
                Segments = [.. parts[0].Split('/', StringSplitOptions.RemoveEmptyEntries)],
                Query = query.ToImmutableDictionary(static pair => pair[0], static pair => pair[1]),
                Headers = ImmutableDictionary<string, string>.Empty,
                Body = Encoding.UTF8.GetBytes(request.Body),
            },
            reply is { } sent ? FakeHttpReply.Text(sent.Status, sent.Body, "application/json") : null);
    }
}
