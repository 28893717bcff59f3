using System.Collections.Immutable;
using TicketExport.Providers;

namespace TicketExport.Http;

/// <summary>Turns what an exchange came to into the outcomes of a provider, so that no adapter can read one of them too kindly.</summary>
/// <remarks>
/// An adapter gives a judge for answers and, for each call, a reader for the body of one that was carried out. A reader gives
/// <see langword="null"/> for a body that is not what it should be: that is an unknown outcome for a change and a failure for a read.
/// Stateless; safe on any thread.
/// </remarks>
public sealed class TicketHttpOutcomes
{
    private readonly Func<TicketHttpAnswer, TicketHttpVerdict> _judge;
    private readonly TicketHttpWords _words;

    /// <summary>Creates the map of one provider.</summary>
    /// <param name="words">The provider's words.</param>
    /// <param name="judge">Judges an answer; see <see cref="TicketHttpStatus.Judge"/>.</param>
    public TicketHttpOutcomes(TicketHttpWords words, Func<TicketHttpAnswer, TicketHttpVerdict> judge)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(judge);
        (_words, _judge) = (words, judge);
    }

    /// <summary>The outcome of the request that creates the ticket.</summary>
    /// <param name="result">What the exchange came to.</param>
    /// <param name="read">Reads the ticket.</param>
    public CreateOutcome ToCreate(TicketHttpResult result, Func<TicketHttpAnswer, TicketReference?> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        return Settle(result) switch
        {
            Settled.Answered answered => read(answered.Answer) is { } ticket
                ? new CreateOutcome.Created(ticket)
                : new CreateOutcome.Unknown(Unreadable(answered)),
            Settled.Other { Verdict: TicketHttpVerdict.InDoubt doubt } => new CreateOutcome.Unknown(doubt.Fault, doubt.Until),
            Settled.Other other => ToNotCreated(other.Verdict),
            _ => throw NotClosed(),
        };
    }

    /// <summary>The outcome of a create whose earlier, reading request failed, so that the create itself was never sent.</summary>
    /// <param name="result">What that exchange came to.</param>
    /// <returns><see langword="null"/> when it did not fail: its answer can be read.</returns>
    public CreateOutcome? ToNotCreated(TicketHttpResult result) =>
        Settle(result) is Settled.Other other ? ToNotCreated(other.Verdict) : null;

    /// <summary>The outcome of a look-up by marker.</summary>
    /// <param name="result">What the exchange came to.</param>
    /// <param name="read">Reads the tickets.</param>
    public FindOutcome ToFind(TicketHttpResult result, Func<TicketHttpAnswer, FindOutcome?> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        return Settle(result) switch
        {
            Settled.Answered answered => read(answered.Answer) ?? new FindOutcome.Failed(Unreadable(answered)),
            Settled.Other other => new FindOutcome.Failed(FaultOf(other.Verdict), UntilOf(other.Verdict)),
            _ => throw NotClosed(),
        };
    }

    /// <summary>The outcome of reading one ticket.</summary>
    /// <param name="result">What the exchange came to.</param>
    /// <param name="read">Reads the ticket.</param>
    public ReadOutcome ToRead(TicketHttpResult result, Func<TicketHttpAnswer, TicketSnapshot?> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        return Settle(result) switch
        {
            Settled.Answered answered => read(answered.Answer) is { } ticket
                ? new ReadOutcome.Read(ticket)
                : new ReadOutcome.Failed(Unreadable(answered)),
            Settled.Other { Verdict: TicketHttpVerdict.Missing missing } => new ReadOutcome.Missing(missing.Fault),
            Settled.Other { Verdict: TicketHttpVerdict.Forbidden forbidden } => new ReadOutcome.Forbidden(forbidden.Fault),
            Settled.Other other => new ReadOutcome.Failed(FaultOf(other.Verdict), UntilOf(other.Verdict)),
            _ => throw NotClosed(),
        };
    }

    /// <summary>The outcome of reading several tickets.</summary>
    /// <param name="result">What the exchange came to.</param>
    /// <param name="read">Reads the tickets, in the order of the request; gives the default where the answer cannot be read.</param>
    public ReadManyOutcome ToReadMany(TicketHttpResult result, Func<TicketHttpAnswer, ImmutableArray<TicketSnapshot?>> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        return Settle(result) switch
        {
            Settled.Answered answered => read(answered.Answer) is { IsDefault: false } tickets
                ? new ReadManyOutcome.Read(tickets)
                : new ReadManyOutcome.Failed(Unreadable(answered)),
            Settled.Other other => new ReadManyOutcome.Failed(FaultOf(other.Verdict), UntilOf(other.Verdict)),
            _ => throw NotClosed(),
        };
    }

    /// <summary>The outcome of a request that changes a ticket.</summary>
    /// <param name="result">What the exchange came to.</param>
    /// <param name="read">Reads the ticket as it is now; gives the one that was asked for where the answer has no body.</param>
    public ChangeOutcome ToChange(TicketHttpResult result, Func<TicketHttpAnswer, TicketReference?> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        return Settle(result) switch
        {
            Settled.Answered answered => read(answered.Answer) is { } ticket
                ? new ChangeOutcome.Changed(ticket)
                : new ChangeOutcome.Unknown(Unreadable(answered)),
            Settled.Other { Verdict: TicketHttpVerdict.InDoubt doubt } => new ChangeOutcome.Unknown(doubt.Fault),
            Settled.Other other => ToNotChanged(other.Verdict),
            _ => throw NotClosed(),
        };
    }

    /// <summary>The outcome of a change whose earlier, reading request failed, so that the change itself was never sent.</summary>
    /// <param name="result">What that exchange came to.</param>
    /// <returns><see langword="null"/> when it did not fail: its answer can be read.</returns>
    public ChangeOutcome? ToNotChanged(TicketHttpResult result) =>
        Settle(result) is Settled.Other other ? ToNotChanged(other.Verdict) : null;

    /// <summary>The outcome of a request that adds a comment.</summary>
    /// <param name="result">What the exchange came to.</param>
    /// <param name="read">Reads the comment's id.</param>
    public CommentOutcome ToComment(TicketHttpResult result, Func<TicketHttpAnswer, string?> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        return Settle(result) switch
        {
            Settled.Answered answered => read(answered.Answer) is { } id && RemoteText.IsId(id)
                ? new CommentOutcome.Posted(id)
                : new CommentOutcome.Unknown(Unreadable(answered)),
            Settled.Other { Verdict: TicketHttpVerdict.InDoubt doubt } => new CommentOutcome.Unknown(doubt.Fault),
            Settled.Other other => new CommentOutcome.Rejected(FaultOf(other.Verdict), UntilOf(other.Verdict)),
            _ => throw NotClosed(),
        };
    }

    /// <summary>The outcome of a comment whose earlier, reading request failed, so that the comment itself was never sent.</summary>
    /// <param name="result">What that exchange came to.</param>
    /// <returns><see langword="null"/> when it did not fail: its answer can be read.</returns>
    public CommentOutcome? ToNotPosted(TicketHttpResult result) =>
        Settle(result) is Settled.Other other ? new CommentOutcome.Rejected(FaultOf(other.Verdict), UntilOf(other.Verdict)) : null;

    /// <summary>The outcome of asking the tracker about a target.</summary>
    /// <param name="result">What the exchange came to.</param>
    /// <param name="read">Reads whose the credentials are and where tickets go.</param>
    public TargetCheckOutcome ToCheck(TicketHttpResult result, Func<TicketHttpAnswer, TargetCheckOutcome?> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        return Settle(result) switch
        {
            Settled.Answered answered => read(answered.Answer) ?? new TargetCheckOutcome.Refused(Unreadable(answered)),
            Settled.Other { Verdict: TicketHttpVerdict.NotDone or TicketHttpVerdict.RateLimited or TicketHttpVerdict.InDoubt } other =>
                new TargetCheckOutcome.Failed(FaultOf(other.Verdict), UntilOf(other.Verdict)),
            Settled.Other other => new TargetCheckOutcome.Refused(FaultOf(other.Verdict)),
            _ => throw NotClosed(),
        };
    }

    /// <summary>The outcome of asking the tracker for the fields of a new ticket.</summary>
    /// <param name="result">What the exchange came to.</param>
    /// <param name="read">Reads the fields.</param>
    public FieldsOutcome ToFields(TicketHttpResult result, Func<TicketHttpAnswer, FieldsOutcome?> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        return Settle(result) switch
        {
            Settled.Answered answered => read(answered.Answer) ?? new FieldsOutcome.Refused(Unreadable(answered)),
            Settled.Other { Verdict: TicketHttpVerdict.NotDone or TicketHttpVerdict.RateLimited or TicketHttpVerdict.InDoubt } other =>
                new FieldsOutcome.Failed(FaultOf(other.Verdict), UntilOf(other.Verdict)),
            Settled.Other other => new FieldsOutcome.Refused(FaultOf(other.Verdict)),
            _ => throw NotClosed(),
        };
    }

    private static CreateOutcome ToNotCreated(TicketHttpVerdict verdict) => verdict switch
    {
        TicketHttpVerdict.RateLimited limited => new CreateOutcome.RateLimited(limited.Fault, limited.Until),
        TicketHttpVerdict.NotDone or TicketHttpVerdict.InDoubt => new CreateOutcome.NotSent(FaultOf(verdict)),
        _ => new CreateOutcome.Rejected(FaultOf(verdict)),
    };

    private static ChangeOutcome ToNotChanged(TicketHttpVerdict verdict) => verdict switch
    {
        TicketHttpVerdict.RateLimited limited => new ChangeOutcome.RateLimited(limited.Fault, limited.Until),
        TicketHttpVerdict.NotDone or TicketHttpVerdict.InDoubt => new ChangeOutcome.NotSent(FaultOf(verdict)),
        TicketHttpVerdict.Missing missing => new ChangeOutcome.Missing(missing.Fault),
        _ => new ChangeOutcome.Rejected(FaultOf(verdict)),
    };

    private static ProviderFault FaultOf(TicketHttpVerdict verdict) => verdict switch
    {
        TicketHttpVerdict.Refused refused => refused.Fault,
        TicketHttpVerdict.NotDone notDone => notDone.Fault,
        TicketHttpVerdict.RateLimited limited => limited.Fault,
        TicketHttpVerdict.InDoubt doubt => doubt.Fault,
        TicketHttpVerdict.Missing missing => missing.Fault,
        TicketHttpVerdict.Forbidden forbidden => forbidden.Fault,
        _ => throw NotClosed(),
    };

    private static DateTimeOffset? UntilOf(TicketHttpVerdict verdict) => verdict switch
    {
        TicketHttpVerdict.RateLimited limited => limited.Until,
        TicketHttpVerdict.InDoubt doubt => doubt.Until,
        _ => null,
    };

    private static InvalidOperationException NotClosed() => new("TicketHttpResult and TicketHttpVerdict are closed sets.");

    private ProviderFault Unreadable(Settled.Answered answered) => TicketHttpStatus.UnreadableOf(answered.Answer, _words);

    private Settled Settle(TicketHttpResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result switch
        {
            TicketHttpResult.Answered { Answer: var answer } => _judge(answer) is var verdict and not TicketHttpVerdict.Done
                ? new Settled.Other(verdict)
                : new Settled.Answered(answer),
            TicketHttpResult.Unsent { Failure: { NeedsChange: true } failure } =>
                new Settled.Other(new TicketHttpVerdict.Refused(failure.ToFault(TicketHttpWords.AddressSetting))),
            TicketHttpResult.Unsent unsent => new Settled.Other(new TicketHttpVerdict.NotDone(unsent.Failure.ToFault(TicketHttpWords.AddressSetting))),
            TicketHttpResult.Unanswered unanswered => new Settled.Other(new TicketHttpVerdict.InDoubt(unanswered.Failure.ToFault())),
            _ => throw NotClosed(),
        };
    }

    private abstract record Settled
    {
        public sealed record Answered(TicketHttpAnswer Answer) : Settled;

        public sealed record Other(TicketHttpVerdict Verdict) : Settled;
    }
}
