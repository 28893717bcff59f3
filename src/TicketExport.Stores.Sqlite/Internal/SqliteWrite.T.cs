namespace TicketExport.Stores.Sqlite.Internal;

internal sealed class SqliteWrite<T> : SqliteWrite
{
    private const int Waiting = 0;
    private const int Started = 1;
    private const int Cancelled = 2;
    private readonly TaskCompletionSource<T> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Func<SqliteSession, DateTimeOffset, T> _work;
    private readonly CancellationTokenRegistration _registration;
    private T? _result;
    private int _state;

    public SqliteWrite(Func<SqliteSession, DateTimeOffset, T> work, bool isRelaxed, CancellationToken cancellationToken)
        : base(isRelaxed)
    {
        _work = work;
        _registration = cancellationToken.UnsafeRegister(static (write, token) => ((SqliteWrite<T>)write!).Cancel(token), this);
    }

    public Task<T> Task => _completion.Task;

    public override bool TryStart()
    {
        var starts = Interlocked.CompareExchange(ref _state, Started, Waiting) == Waiting;
        _registration.Unregister();
        return starts;
    }

    public override void Run(SqliteSession session, DateTimeOffset now) => _result = _work(session, now);

    public override void Complete()
    {
        if (Failure is null)
        {
            _completion.SetResult(_result!);
        }
        else
        {
            _completion.SetException(Failure);
        }
    }

    private void Cancel(CancellationToken token)
    {
        if (Interlocked.CompareExchange(ref _state, Cancelled, Waiting) == Waiting)
        {
            _completion.SetCanceled(token);
        }
    }
}
