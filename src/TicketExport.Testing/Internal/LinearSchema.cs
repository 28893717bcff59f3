using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TicketExport.Testing.Internal;

// The part of Linear's schema that goes in: arguments and input types, by the names and types of the published schema.
internal static class LinearSchema
{
    private static readonly FrozenDictionary<string, FrozenDictionary<string, string>> Inputs = new Dictionary<string, string>
    {
        ["IssueCreateInput"] = "id:String teamId:String! title:String description:String priority:Int labelIds:[String!] assigneeId:String stateId:String projectId:String parentId:String dueDate:TimelessDate estimate:Int subscriberIds:[String!]",
        ["IssueUpdateInput"] = "teamId:String title:String description:String priority:Int labelIds:[String!] addedLabelIds:[String!] removedLabelIds:[String!] assigneeId:String stateId:String projectId:String trashed:Boolean",
        ["CommentCreateInput"] = "id:String issueId:String body:String parentId:String doNotSubscribeToIssue:Boolean createAsUser:String",
        ["AttachmentCreateInput"] = "id:String issueId:String! title:String! url:String! subtitle:String iconUrl:String",
        ["IssueLabelCreateInput"] = "id:String name:String! color:String description:String teamId:String parentId:String isGroup:Boolean",
        ["TeamFilter"] = "id:IDComparator key:StringComparator name:StringComparator and:[TeamFilter!] or:[TeamFilter!]",
        ["NullableTeamFilter"] = "id:IDComparator key:StringComparator name:StringComparator null:Boolean and:[NullableTeamFilter!] or:[NullableTeamFilter!]",
        ["IssueLabelFilter"] = "id:IDComparator name:StringComparator isGroup:BooleanComparator team:NullableTeamFilter and:[IssueLabelFilter!] or:[IssueLabelFilter!]",
        ["UserFilter"] = "id:IDComparator email:StringComparator name:StringComparator active:BooleanComparator and:[UserFilter!] or:[UserFilter!]",
        ["StringComparator"] = "eq:String neq:String in:[String!] nin:[String!] eqIgnoreCase:String contains:String",
        ["IssueFilter"] = "id:IssueIDComparator and:[IssueFilter!] or:[IssueFilter!]",
        ["IssueIDComparator"] = "eq:ID neq:ID in:[ID!] nin:[ID!]",
        ["IDComparator"] = "eq:ID neq:ID in:[ID!] nin:[ID!]",
        ["BooleanComparator"] = "eq:Boolean neq:Boolean",
    }.ToFrozenDictionary(static type => type.Key, static type => FieldsOf(type.Value), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, FrozenDictionary<string, string>> RootFields = new Dictionary<string, string>
    {
        ["query.viewer"] = "",
        ["query.issue"] = "id:String!",
        ["query.issues"] = "filter:IssueFilter first:Int after:String includeArchived:Boolean",
        ["query.teams"] = "filter:TeamFilter first:Int after:String includeArchived:Boolean",
        ["query.issueLabels"] = "filter:IssueLabelFilter first:Int after:String includeArchived:Boolean",
        ["query.users"] = "filter:UserFilter first:Int after:String includeArchived:Boolean includeDisabled:Boolean",
        ["mutation.issueCreate"] = "input:IssueCreateInput!",
        ["mutation.issueUpdate"] = "id:String! input:IssueUpdateInput!",
        ["mutation.issueUnarchive"] = "id:String!",
        ["mutation.commentCreate"] = "input:CommentCreateInput!",
        ["mutation.attachmentCreate"] = "input:AttachmentCreateInput!",
        ["mutation.issueLabelCreate"] = "input:IssueLabelCreateInput! replaceTeamLabels:Boolean",
    }.ToFrozenDictionary(static field => field.Key, static field => FieldsOf(field.Value), StringComparer.Ordinal);

    public static void CheckVariable(string name, JsonNode? value, string type) => Check($"Variable \"${name}\"", value, type);

    public static void CheckRoot(LinearOperation operation, LinearField field)
    {
        var root = operation.Kind == "query" ? "Query" : "Mutation";
        if (!RootFields.TryGetValue($"{operation.Kind}.{field.Name}", out var arguments))
        {
            throw new LinearException(LinearProblem.Schema($"Cannot query field \"{field.Name}\" on type \"{root}\"."));
        }

        CheckFields($"Field \"{field.Name}\"", field.Arguments, arguments);
    }

    private static void Check(string place, JsonNode? value, string type)
    {
        if (type.EndsWith('!'))
        {
            if (value is null)
            {
                throw Invalid(place, $"Expected non-nullable type \"{type}\" not to be null.");
            }

            type = type[..^1];
        }

        if (value is null)
        {
            return;
        }

        if (type.StartsWith('['))
        {
            foreach (var item in value as JsonArray ?? throw Invalid(place, $"Expected a list of type \"{type}\"."))
            {
                Check(place, item, type[1..^1]);
            }
        }
        else if (Inputs.TryGetValue(type, out var fields))
        {
            CheckFields(place, value as JsonObject ?? throw Invalid(place, $"Expected an object of type \"{type}\"."), fields);
        }
        else if (!IsScalar(value, type))
        {
            throw Invalid(place, $"Expected type \"{type}\".");
        }
    }

    private static void CheckFields(string place, JsonObject given, FrozenDictionary<string, string> fields)
    {
        foreach (var (name, type) in fields)
        {
            Check($"{place} at \"{name}\"", given[name], type);
        }

        if (given.Select(static field => field.Key).FirstOrDefault(name => !fields.ContainsKey(name)) is { } unknown)
        {
            throw Invalid(place, $"\"{unknown}\" is not defined.");
        }
    }

    private static bool IsScalar(JsonNode value, string type) => (type, value.GetValueKind()) switch
    {
        ("String" or "ID" or "TimelessDate", JsonValueKind.String) => true,
        ("Boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("Int", JsonValueKind.Number) => value.AsValue().TryGetValue(out double number) && double.IsInteger(number),
        _ => false,
    };

    private static FrozenDictionary<string, string> FieldsOf(string fields) => fields
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(static field => field.Split(':'))
        .ToFrozenDictionary(static field => field[0], static field => field[1], StringComparer.Ordinal);

    private static LinearException Invalid(string place, string message) => new(LinearProblem.Schema($"{place} got an invalid value; {message}"));
}
