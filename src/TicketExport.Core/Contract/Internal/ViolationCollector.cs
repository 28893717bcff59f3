using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace TicketExport.Contract.Internal;

/// <summary>Gathers violations during one walk. Paths become text only when something is wrong.</summary>
internal sealed class ViolationCollector
{
    private readonly Stack<(string? Member, int Index)> _path = new();
    private readonly ImmutableArray<ContractViolation>.Builder _violations = ImmutableArray.CreateBuilder<ContractViolation>();

    /// <summary>An upper bound of the bytes that writing the walked value takes.</summary>
    public long Weight { get; private set; }

    public bool IsEmpty => _violations.Count == 0;

    public void Enter(string member) => _path.Push((member, 0));

    public void Enter(int index) => _path.Push((null, index));

    public void Leave() => _path.Pop();

    public void Weigh(int bytes) => Weight += bytes;

    public void Add(string rule, string message) => _violations.Add(new(Path(), rule, message));

    public void AddAt(string member, string rule, string message)
    {
        Enter(member);
        Add(rule, message);
        Leave();
    }

    public ImmutableArray<ContractViolation> Drain() => _violations.DrainToImmutable();

    private string Path()
    {
        var text = new StringBuilder("$");
        foreach (var (member, index) in _path.Reverse())
        {
            _ = member is null
                ? text.Append(CultureInfo.InvariantCulture, $"[{index}]")
                : text.Append('.').Append(member);
        }

        return text.ToString();
    }
}
