namespace TicketExport.Contract;

/// <summary>The names of the contract's rules, as <see cref="ContractViolation.Rule"/> gives them.</summary>
public static class ContractRules
{
    /// <summary>The bytes are not one JSON value in UTF-8 without a byte order mark.</summary>
    public const string Json = "json";

    /// <summary>The JSON has more bytes than <see cref="ContractLimits.JsonBytes"/>.</summary>
    public const string MaxBytes = "max_bytes";

    /// <summary>The JSON nests deeper than <see cref="ContractLimits.JsonDepth"/>.</summary>
    public const string MaxDepth = "max_depth";

    /// <summary>A member of the contract occurs more than once in its object.</summary>
    public const string Duplicate = "duplicate";

    /// <summary>The field is missing, null or empty, and must not be.</summary>
    public const string Required = "required";

    /// <summary>The field has the wrong JSON type.</summary>
    public const string Type = "type";

    /// <summary>The text is too long.</summary>
    public const string MaxLength = "max_length";

    /// <summary>The list has too many entries.</summary>
    public const string MaxItems = "max_items";

    /// <summary>The number is too small or too large.</summary>
    public const string Range = "range";

    /// <summary>The field is none of the allowed words.</summary>
    public const string OneOf = "one_of";

    /// <summary>The field does not have the required form.</summary>
    public const string Pattern = "pattern";

    /// <summary>The field is not an absolute <c>http</c> or <c>https</c> address that is safe to show.</summary>
    public const string Url = "url";

    /// <summary>The text holds characters that are not allowed in it.</summary>
    public const string Text = "text";

    /// <summary>The version is not the one that this library reads.</summary>
    public const string Version = "version";

    /// <summary>The field contradicts another field.</summary>
    public const string Conflict = "conflict";
}
