namespace TicketExport.Contract.Internal;

/// <summary>The kinds of text in the contract, each with its limit.</summary>
internal static class StringRules
{
    public static readonly ValueRule<string> Id = new IdRule();
    public static readonly ValueRule<string> Name = new StringRule(ContractLimits.NameLength, StringForm.Line);
    public static readonly ValueRule<string> Title = new StringRule(ContractLimits.TitleLength, StringForm.Line);
    public static readonly ValueRule<string> Label = new StringRule(ContractLimits.LabelLength, StringForm.Line);
    public static readonly ValueRule<string> LinkLabel = new StringRule(ContractLimits.LineLength, StringForm.Line);
    public static readonly ValueRule<string> Step = new StringRule(ContractLimits.LineLength, StringForm.Text);
    public static readonly ValueRule<string> Hint = new StringRule(ContractLimits.LineLength, StringForm.Text, allowEmpty: true);
    public static readonly ValueRule<string> Summary = new StringRule(ContractLimits.TextLength, StringForm.Text);
    public static readonly ValueRule<string> Text = new StringRule(ContractLimits.TextLength, StringForm.Text, allowEmpty: true);
    public static readonly ValueRule<string> Body = new StringRule(ContractLimits.BodyLength, StringForm.Text);
    public static readonly ValueRule<string> Url = new StringRule(ContractLimits.UrlLength, StringForm.Url);
    public static readonly ValueRule<string> Fingerprint = new StringRule(ContractLimits.FingerprintLength, StringForm.Line);
    public static readonly ValueRule<string> SourceType = new StringRule(ContractLimits.SourceTypeLength, StringForm.SourceType);
    public static readonly ValueRule<string> IdempotencyKey = new StringRule(ContractLimits.IdLength, StringForm.VisibleAscii);
    public static readonly ValueRule<string> Nonce = new StringRule(ContractLimits.NonceLength, StringForm.Nonce);
    public static readonly ValueRule<string> EpochSeconds = new StringRule(ContractLimits.TimestampDigits, StringForm.EpochSeconds);
    public static readonly ValueRule<string> HeaderName = new StringRule(ContractLimits.NameLength, StringForm.HeaderName);

    public static ValueRule<string> Version(string version) => new StringRule(ContractLimits.NameLength, StringForm.Version(version));

    public static ValueRule<string> OneOf(params IReadOnlyCollection<string> words) => new StringRule(ContractLimits.NameLength, StringForm.OneOf(words));
}
