using System.Net;
using System.Text;

namespace TicketExport.Http;

/// <summary>Answers made without a network.</summary>
internal static class Answers
{
    public static TicketHttpAnswer Of(int status, string body = "{}", string contentType = "application/json", params (string Name, string Value)[] headers)
    {
        using var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, contentType) };
        foreach (var (name, value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return new TicketHttpAnswer(response, Encoding.UTF8.GetBytes(body), TicketHttpBodyEnd.Complete);
    }
}
