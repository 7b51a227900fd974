using System.Globalization;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jinguo.Core.Base.Encryption;

/// <summary>
/// What a key left in the database: a text sealed by it, by which a missing or wrong key is noticed at the start, before
/// anything is written with it.
/// </summary>
public sealed class KeyMark
{
    /// <summary>Name of the key; <see cref="KeyMarks.Index"/> for that of the blind index.</summary>
    public required string Id { get; set; }

    /// <summary>The text sealed.</summary>
    public required string Sealed { get; set; }
}

/// <summary>Holds the keys of the ring against the marks in the database.</summary>
public sealed class KeyMarks(Db db, DataKeyStore store, FieldCipher cipher, BlindIndex index, TimeProvider time)
{
    /// <summary>Name of the mark of the index key.</summary>
    public const string Index = "index";

    /// <summary>Its table.</summary>
    internal const string Table = "key_marks";

    private const string Purpose = "key.mark";

    /// <summary>
    /// Makes the first ring where nothing was ever sealed; else checks that every key that left a mark is there and is the same.
    /// Marks the newest key.
    /// </summary>
    /// <exception cref="DataKeysException">A key is missing or another: the product must not start.</exception>
    public async Task PrepareAsync(CancellationToken cancel = default)
    {
        var marks = await db.Set<KeyMark>().AsNoTracking().ToListAsync(cancel);
        if (!store.Exists)
        {
            if (marks.Count > 0)
                throw store.Missing();
            store.Keep(DataKeys.Make(time.Today()));
        }
        Check(marks, store);
        if (marks.Exists(mark => mark.Id == store.Keys.Newest.Id))
            return;
        try
        {
            await MarkAsync(isFirst: marks.Count == 0, cancel);
        }
        catch (DbUpdateException problem) when (!DatabaseAway.Is(problem) && !StorageRefused.Is(problem))
        {
            // Another node left its marks between our look and our write: ours must be the same keys.
            db.ChangeTracker.Clear();
            Check(await db.Set<KeyMark>().AsNoTracking().ToListAsync(cancel), store);
        }
    }

    /// <summary>Checks that every key that left a mark is in a ring and is the same.</summary>
    /// <param name="marks">The marks of a database.</param>
    /// <param name="store">The ring.</param>
    /// <exception cref="DataKeysException">A key is missing or another.</exception>
    internal static void Check(IEnumerable<KeyMark> marks, DataKeyStore store)
    {
        var (cipher, index) = (new FieldCipher(store), new BlindIndex(store));
        foreach (var mark in marks)
            Check(mark, store, cipher, index);
    }

    private async Task MarkAsync(bool isFirst, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (isFirst)
            db.Add(new KeyMark { Id = Index, Sealed = index.Of(Index, Purpose) });
        var newest = store.Keys.Newest.Id;
        db.Add(new KeyMark { Id = newest, Sealed = cipher.Seal(newest, Purpose, newest) });
        await db.SaveChangesAsync(cancel);
        await write.CommitAsync(cancel);
    }

    private static void Check(KeyMark mark, DataKeyStore store, FieldCipher cipher, BlindIndex index)
    {
        if (mark.Id == Index)
        {
            if (mark.Sealed != index.Of(Index, Purpose))
                throw new DataKeysException($"数据密钥不是这个数据库的：索引密钥不同。请换回这个数据库的密钥文件{Place(store)}。(The index key is not the one of this database.)");
            return;
        }
        if (store.Keys.Find(mark.Id) is null)
            throw new DataKeysException($"数据密钥里缺少 {mark.Id}：这个数据库用它加密过。请换回完整的密钥文件{Place(store)}。(The key {mark.Id}, used by this database, is not in the ring.)");
        cipher.Open(mark.Sealed, Purpose, mark.Id);
    }

    private static string Place(DataKeyStore store) => store.IsGiven ? "（Jinguo__DataKeys）" : string.Create(CultureInfo.InvariantCulture, $"（{store.File}）");
}

internal sealed class KeyMarkTable : IEntityTypeConfiguration<KeyMark>
{
    public void Configure(EntityTypeBuilder<KeyMark> table)
    {
        table.ToTable(KeyMarks.Table);
        table.HasKey(row => row.Id);
        table.Property(row => row.Id).HasMaxLength(30);
        table.Property(row => row.Sealed).HasMaxLength(200);
    }
}
