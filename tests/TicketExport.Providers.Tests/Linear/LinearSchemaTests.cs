using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TicketExport.Providers.Linear.Internal;
using TicketExport.Testing;
using TicketExport.Webhooks.Receiver.Tests.Oracles;

namespace TicketExport.Providers.Linear;

/// <summary>Everything that is asked of Linear, and everything that its fake answers, against the schema that Linear publishes.</summary>
public sealed partial class LinearSchemaTests
{
    private const string Script = """
        const fs = require('node:fs'), path = require('node:path');
        const g = require(path.join(process.env.TICKETEXPORT_NODE_MODULES, 'graphql'));
        const input = JSON.parse(fs.readFileSync(0, 'utf8'));
        const schema = g.buildSchema(fs.readFileSync(input.schema, 'utf8'));
        const problems = [];
        const scalars = { String: v => typeof v === 'string', ID: v => typeof v === 'string', Boolean: v => typeof v === 'boolean', Int: v => Number.isInteger(v), Float: v => typeof v === 'number' };
        input.exchanges.forEach((exchange, index) => {
          const complain = text => problems.push(`${index}: ${text}`);
          const document = g.parse(exchange.query);
          const fragments = Object.fromEntries(document.definitions.filter(d => d.kind === 'FragmentDefinition').map(d => [d.name.value, d]));
          const operation = document.definitions.find(d => d.kind === 'OperationDefinition');
          g.validate(schema, document, [...g.specifiedRules, g.NoDeprecatedCustomRule]).forEach(e => complain(e.message));
          (g.getVariableValues(schema, operation.variableDefinitions ?? [], exchange.variables).errors ?? []).forEach(e => complain(e.message));
          const declared = new Set((operation.variableDefinitions ?? []).map(d => d.variable.name.value));
          Object.keys(exchange.variables).filter(name => !declared.has(name)).forEach(name => complain(`Variable ${name} is not declared.`));
          const isIncluded = node => (node.directives ?? []).every(d => {
            const value = d.arguments[0].value;
            const condition = value.kind === 'Variable' ? exchange.variables[value.name.value] : value.value;
            return d.name.value === 'include' ? condition : !condition;
          });
          const collect = (sets, fields = new Map()) => {
            for (const node of sets.flatMap(set => set.selections).filter(isIncluded)) {
              if (node.kind === 'FragmentSpread') collect([fragments[node.name.value].selectionSet], fields);
              else fields.set(node.name.value, [...(fields.get(node.name.value) ?? []), node]);
            }
            return fields;
          };
          const check = (type, value, nodes, at) => {
            if (g.isNonNullType(type)) {
              if (value === null) complain(`${at} is null.`);
              return check(type.ofType, value, nodes, at);
            }
            if (value === null) return;
            if (g.isListType(type)) return Array.isArray(value) ? value.forEach((item, n) => check(type.ofType, item, nodes, `${at}[${n}]`)) : complain(`${at} is no list.`);
            if (g.isLeafType(type)) {
              if (g.isEnumType(type) ? !type.getValue(value) : scalars[type.name] && !scalars[type.name](value)) complain(`${at} is no ${type.name}.`);
              return;
            }
            const fields = collect(nodes.map(node => node.selectionSet));
            Object.keys(value).filter(name => !fields.has(name)).forEach(name => complain(`${at}.${name} was not asked for.`));
            fields.forEach((inner, name) => name in value ? type.getFields()[name] && check(type.getFields()[name].type, value[name], inner, `${at}.${name}`) : complain(`${at}.${name} is missing.`));
          };
          const { data, errors } = exchange.reply;
          (errors ?? []).forEach(e => typeof e.message === 'string' || complain('An error has no message.'));
          if (data) check(schema.getRootType(operation.operation), data, [operation], operation.name.value);
          else if (!errors) complain('There is neither data nor an error.');
        });
        process.stdout.write(JSON.stringify(problems));
        """;

    [LinearSchemaFact]
    public async Task Every_request_and_every_answer_fits_the_published_schema()
    {
        await using var linear = await FakeLinear.StartAsync();
        await UseEverythingAsync(linear);

        Assert.Equal(AllOperations(), linear.Exchanges.Select(static exchange => NameOf(QueryOf(exchange))).Distinct().Order(StringComparer.Ordinal));
        Assert.Empty(await ProblemsOfAsync([.. linear.Exchanges.Select(static exchange => (Body(exchange), JsonNode.Parse(exchange.Reply!.Body.Span)!.AsObject()))]));
    }

    [LinearSchemaFact]
    public async Task The_schema_check_sees_what_does_not_fit()
    {
        var problems = await ProblemsOfAsync(
        [
            (Request("query A { viewer { nickname } }"), Json("""{"data":{"viewer":{"nickname":"x"}}}""")),
            (Request("query B { viewer { id name } }"), Json("""{"data":{"viewer":{"id":7}}}""")),
            (Request("query C($id: String!) { issue(id: $id) { id } }"), Json("""{"data":{"issue":null}}""")),
            (Request("query D { viewer { id } }"), Json("{}")),
        ]);

        Assert.Equal(["0", "1", "2", "3"], problems.Select(static problem => problem[..1]).Distinct());
    }

    internal static string QueryOf(FakeExchange exchange) => (string)Body(exchange)["query"]!;

    private static async Task UseEverythingAsync(FakeLinear linear)
    {
        linear.AddLabel("shop", "ENG", "area");
        linear.AddUser("jo@acme.test");
        var project = linear.AddProject();
        await using var export = LinearHost.Of(
            linear,
            target => (target.Project, target.CreateLabels, target.Assignee) = (project, true, "jo@acme.test"),
            more: static target => target.Settings["labels"] = "security");
        await using var other = LinearHost.Of(linear, target => (target.Team, target.Token) = (linear.TeamId("OPS"), linear.Token));
        var ticket = await export.CreatedAsync();
        Assert.IsType<CreateOutcome.Created>(await export.CreateAsync());
        await other.CreatedAsync("43");
        Assert.IsType<FindOutcome.Repeatable>(await export.FindAsync("44"));
        Assert.IsType<ReadOutcome.Read>(await export.ReadAsync(ticket));
        Assert.IsType<ReadManyOutcome.Read>(await export.ReadManyAsync(ticket, ticket with { ProviderTicketId = Guid.NewGuid().ToString() }));
        Assert.IsType<ChangeOutcome.Changed>(await export.UpdateAsync(ticket));
        Assert.IsType<CommentOutcome.Posted>(await export.CommentAsync(ticket));
        Assert.IsType<ChangeOutcome.Changed>(await export.CloseAsync(ticket));
        linear.ArchiveTicket(ticket.ProviderTicketId);
        Assert.IsType<ChangeOutcome.Changed>(await export.ReopenAsync(ticket));
        Assert.IsType<TargetCheckOutcome.Connected>(await export.CheckAsync());
        linear.RateLimitNext(TimeSpan.FromSeconds(9), FakeTrackerCallKind.Read);
        Assert.IsType<ReadOutcome.Failed>(await export.ReadAsync(ticket));
        await AttachAsync(linear);
    }

    private static async Task AttachAsync(FakeLinear linear)
    {
        await using var export = LinearTicketProviderTests.LinkedHost(linear);
        Assert.NotNull((await LinearTicketProviderTests.ExportWithReportAsync(export)).Ticket);
    }

    private static async Task<string[]> ProblemsOfAsync(IReadOnlyList<(JsonObject Request, JsonObject Reply)> exchanges)
    {
        var answer = await Node.RunAsync(Script, new JsonObject
        {
            ["schema"] = LinearSchemaFactAttribute.SchemaPath,
            ["exchanges"] = new JsonArray([.. exchanges.Select(static exchange => new JsonObject
            {
                ["query"] = exchange.Request["query"]!.DeepClone(),
                ["variables"] = exchange.Request["variables"]!.DeepClone(),
                ["reply"] = exchange.Reply.DeepClone(),
            })]),
        });
        return [.. answer.AsArray().Select(static problem => (string)problem!)];
    }

    private static IEnumerable<string> AllOperations() => typeof(LinearDocuments)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(static field => NameOf((string)field.GetRawConstantValue()!))
        .Order(StringComparer.Ordinal);

    private static string NameOf(string document) => Operation().Match(document).Groups[1].Value;

    private static JsonObject Body(FakeExchange exchange) => JsonNode.Parse(exchange.Request.Body.Span)!.AsObject();

    private static JsonObject Request(string query) => new() { ["query"] = query, ["variables"] = new JsonObject() };

    private static JsonObject Json(string text) => JsonNode.Parse(text)!.AsObject();

    [GeneratedRegex("^(?:query|mutation) ([A-Za-z]+)")]
    private static partial Regex Operation();
}
