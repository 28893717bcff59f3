using TicketExport.Stores.Sqlite.Internal;

namespace TicketExport.Stores.Tests.Sqlite;

public sealed class LocalDiskTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Fault", "F104")]
    public void A_file_on_a_network_drive_is_refused_with_the_setting_to_change()
    {
        var path = _folder.File("ledger.db");
        var asked = new List<string>();

        var refused = Assert.Throws<TicketExportException>(() => LocalDisk.Require(path, folder =>
        {
            asked.Add(folder);
            return DriveType.Network;
        }));

        Assert.Equal([_folder.Path], asked);
        Assert.Contains(path, refused.Message, StringComparison.Ordinal);
        Assert.Contains("Set TicketExport:Sqlite:ConnectionString to a file on a local disk", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(@"\\server\share\ledger.db")]
    [Trait("Fault", "F104")]
    public void A_share_by_its_name_is_refused(string path) =>
        Assert.Throws<TicketExportException>(() => LocalDisk.Require(path, static _ => DriveType.Fixed));

    [Theory]
    [InlineData(DriveType.Fixed)]
    [InlineData(DriveType.Ram)]
    [InlineData(DriveType.Unknown)]
    [Trait("Fault", "F104")]
    public void Any_other_drive_is_taken(DriveType kind) => LocalDisk.Require(_folder.File("ledger.db"), _ => kind);

    [Fact]
    [Trait("Fault", "F104")]
    public void The_system_tells_what_drive_a_folder_is_on()
    {
        Assert.NotEqual(DriveType.Network, LocalDisk.KindOf(_folder.Path));
        Assert.NotEqual(DriveType.NoRootDirectory, LocalDisk.KindOf(_folder.Path));
        Assert.Equal(DriveType.NoRootDirectory, LocalDisk.KindOf(Path.Combine(_folder.Path, "missing")));
    }
}
