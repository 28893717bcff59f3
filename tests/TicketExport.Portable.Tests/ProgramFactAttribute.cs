namespace TicketExport.Portable;

/// <summary>A test that needs a program of the machine. Without it the test is skipped and says so.</summary>
internal sealed class ProgramFactAttribute : FactAttribute
{
    public ProgramFactAttribute(string program)
    {
        if (ProgramPath.Find(program) is null)
        {
            Skip = $"{program} is not on the PATH; install it to run this test.";
        }
    }
}
