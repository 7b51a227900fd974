using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Encryption;
using Jinguo.Testing.Data;
using Jinguo.Testing.Time;

namespace Jinguo.Core.Tests.Base.Encryption;

public sealed class KeyMarksTests : IAsyncLifetime
{
    private readonly TestClock clock = new();
    private TestDatabase database = null!;

    private string File => Path.Combine(database.Folder, "keys", "data-keys.json");

    public async Task InitializeAsync() => database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task TheFirstStart_MakesAFileOnlyItsOwnerReads_AndTheNextUsesIt()
    {
        await PrepareAsync(new(File));
        var text = System.IO.File.ReadAllText(File);
        await PrepareAsync(new(File));

        Assert.Equal(text, System.IO.File.ReadAllText(File));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
    }

    [Fact]
    public async Task AMissingKey_IsSaid_AndNoNewOneIsMade()
    {
        await PrepareAsync(new(File));
        System.IO.File.Delete(File);

        var problem = await Assert.ThrowsAsync<DataKeysException>(() => PrepareAsync(new(File)));

        Assert.Contains("找不到数据密钥", problem.Message, StringComparison.Ordinal);
        Assert.Contains("missing", problem.Message, StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public async Task TheKeyOfAnotherInstallation_OrADamagedOne_IsSaid()
    {
        await PrepareAsync(new(File));
        var whole = System.IO.File.ReadAllText(File);

        await Assert.ThrowsAsync<DataKeysException>(() => PrepareAsync(new("", DataKeys.Make(new(2026, 1, 1)).ToText())));
        await Assert.ThrowsAsync<DataKeysException>(() => PrepareAsync(new("", whole[..^20])));
        await Assert.ThrowsAsync<DataKeysException>(() => PrepareAsync(new("", "{}")));
        await PrepareAsync(new("", whole));
    }

    [Fact]
    public async Task AnOldKeyTakenOutOfTheRing_IsSaid()
    {
        var store = new DataKeyStore(File);
        await PrepareAsync(store);
        await using (var db = database.Open())
            Assert.True((await Rotation(db, store).AddKeyAsync()).Done);
        await PrepareAsync(new(File));
        var ring = DataKeys.Parse(System.IO.File.ReadAllText(File));
        Assert.Equal(2, ring.All.Count);
        var without = ring.ToText().Replace(ring.All[0].Id, "kother", StringComparison.Ordinal);

        var problem = await Assert.ThrowsAsync<DataKeysException>(() => PrepareAsync(new("", without)));

        Assert.Contains(ring.All[0].Id, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AProcessThatRuns_SeesTheKeyThatAnotherAdded()
    {
        var running = new DataKeyStore(File);
        await PrepareAsync(running);
        var cipher = new FieldCipher(running);
        var other = new DataKeyStore(File);
        other.Keep(other.Keys.WithNewKey(new(2027, 1, 1)));
        // File systems keep times coarsely; two rings of one instant would be one.
        System.IO.File.SetLastWriteTimeUtc(File, System.IO.File.GetLastWriteTimeUtc(File).AddSeconds(1));

        Assert.Equal("甲", cipher.Open(new FieldCipher(other).Seal("甲", "p", "1"), "p", "1"));
    }

    [Fact]
    public async Task KeysGivenByASetting_AreNotTheProductsToChange()
    {
        await using var db = database.Open();

        var refused = await Rotation(db, Keys.Store).AddKeyAsync();

        Assert.Equal("keys.given", Assert.Single(refused.Problems).Code);
    }

    private async Task PrepareAsync(DataKeyStore store)
    {
        await using var db = database.Open();
        await Marks(db, store).PrepareAsync();
    }

    private KeyMarks Marks(Db db, DataKeyStore store) => new(db, store, new(store), new(store), clock);

    private KeyRotation Rotation(Db db, DataKeyStore store) => new(db, store, Marks(db, store), [], clock);
}
