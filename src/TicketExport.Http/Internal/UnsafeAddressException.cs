namespace TicketExport.Http.Internal;

// How the guard's refusal gets through the platform's handlers; TicketHttpExchange turns it into a result.
internal sealed class UnsafeAddressException(AddressRule rule) : HttpRequestException(HttpRequestError.ConnectionError, AddressRuleText.SentenceOf(rule))
{
    public AddressRule Rule => rule;

    // The platform wraps what a connect callback throws.
    public static AddressRule? RuleOf(HttpRequestException exception) =>
        (exception as UnsafeAddressException ?? exception.InnerException as UnsafeAddressException)?.Rule;
}
