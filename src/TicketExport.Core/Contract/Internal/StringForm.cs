namespace TicketExport.Contract.Internal;

/// <summary>What the characters of a text must look like.</summary>
/// <param name="Rule">The rule that a text of another form breaks.</param>
/// <param name="Message">The sentence that says so, with the fix.</param>
/// <param name="IsMet">Judges a text that is not empty and holds no lone surrogate.</param>
internal sealed record StringForm(string Rule, string Message, Func<string, bool> IsMet)
{
    public static StringForm Text { get; } = new(
        ContractRules.Text,
        "Holds a NUL character. Remove it.",
        static text => !text.Contains('\0'));

    public static StringForm Line { get; } = new(
        ContractRules.Text,
        "Is not one line of visible text. Remove line breaks and control characters, and give at least one visible character.",
        static text => CharacterRules.IsLine(text));

    public static StringForm SourceType { get; } = new(
        ContractRules.Pattern,
        "Is not a source type. Use lower-case letters, digits and '_', starting with a letter.",
        static text => CharacterRules.IsSourceType(text));

    public static StringForm Url { get; } = new(
        ContractRules.Url,
        "Is not a safe address. Use an absolute http or https address without credentials, white space, backslashes or invisible characters.",
        WebAddress.IsSafe);

    public static StringForm VisibleAscii { get; } = new(
        ContractRules.Pattern,
        "Holds a character that is not visible ASCII. Use the characters '!' to '~' only.",
        static text => CharacterRules.IsVisibleAscii(text));

    public static StringForm Nonce { get; } = new(
        ContractRules.Pattern,
        "Is not a nonce. Use visible ASCII characters without a full stop.",
        static text => CharacterRules.IsVisibleAscii(text) && !text.Contains('.'));

    public static StringForm EpochSeconds { get; } = new(
        ContractRules.Pattern,
        "Is not a count of seconds. Give the seconds since 1970-01-01T00:00:00Z as digits.",
        static text => CharacterRules.IsDigits(text));

    public static StringForm HeaderName { get; } = new(
        ContractRules.Pattern,
        "Is not a header name. Use letters, digits and the characters !#$%&'*+-.^_`|~ only.",
        static text => CharacterRules.IsHeaderName(text));

    public static StringForm Version(string version) => new(
        ContractRules.Version,
        $"Is not a version that this library reads. It must be '{version}'.",
        text => string.Equals(text, version, StringComparison.Ordinal));

    public static StringForm OneOf(params IReadOnlyCollection<string> words) => new(
        ContractRules.OneOf,
        $"Is not an allowed word. Use one of: {string.Join(", ", words)}.",
        text => words.Contains(text, StringComparer.Ordinal));
}
