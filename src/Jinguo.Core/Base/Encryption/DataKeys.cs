using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Jinguo.Core.Base.Encryption;

/// <summary>One key for the text of fields: AES-256.</summary>
/// <param name="Id">Short name that stands before every text it sealed: <c>k20261122a1b2</c>.</param>
/// <param name="MadeOn">The day it was made.</param>
/// <param name="Bytes">32 bytes.</param>
public sealed record DataKey(string Id, DateOnly MadeOn, byte[] Bytes);

/// <summary>
/// The key ring of an installation. The newest key seals; the older ones still open what they sealed. The index key is apart,
/// and stays when the others change, for it is what people are found by. Kept outside the database, as JSON.
/// </summary>
public sealed class DataKeys
{
    /// <summary>Length of every key, in bytes.</summary>
    public const int KeyLength = 32;

    private static readonly JsonSerializerOptions Layout = new(JsonSerializerDefaults.Web) { WriteIndented = true, RespectRequiredConstructorParameters = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    private DataKeys(byte[] indexKey, IReadOnlyList<DataKey> keys) => (IndexKey, All) = (indexKey, keys);

    /// <summary>Every key, the oldest first.</summary>
    public IReadOnlyList<DataKey> All { get; }

    /// <summary>The key that seals.</summary>
    public DataKey Newest => All[^1];

    /// <summary>The key of the blind index.</summary>
    public byte[] IndexKey { get; }

    /// <summary>The key with this name, or null.</summary>
    public DataKey? Find(string id) => All.FirstOrDefault(key => key.Id == id);

    /// <summary>A new ring with one key.</summary>
    /// <param name="today">The day.</param>
    public static DataKeys Make(DateOnly today) => new(RandomNumberGenerator.GetBytes(KeyLength), [NewKey(today)]);

    /// <summary>This ring with one more key, which seals from now on.</summary>
    /// <param name="today">The day.</param>
    public DataKeys WithNewKey(DateOnly today) => new(IndexKey, [.. All, NewKey(today)]);

    /// <summary>Reads a ring.</summary>
    /// <param name="text">JSON as <see cref="ToText"/> writes it.</param>
    /// <exception cref="DataKeysException">It is none.</exception>
    public static DataKeys Parse(string text)
    {
        try
        {
            var ring = JsonSerializer.Deserialize<Ring>(text, Layout) ?? throw new JsonException();
            var keys = ring.Keys.Select(key => new DataKey(key.Id, key.MadeOn, Convert.FromBase64String(key.Key))).ToList();
            var index = Convert.FromBase64String(ring.Index);
            if (keys.Count == 0 || index.Length != KeyLength || keys.Exists(key => key.Bytes.Length != KeyLength || key.Id.Length is 0 or > 30 || key.Id.Contains('.', StringComparison.Ordinal))
                || keys.DistinctBy(key => key.Id, StringComparer.Ordinal).Count() < keys.Count)
                throw new FormatException();
            return new(index, keys);
        }
        catch (Exception problem) when (problem is JsonException or FormatException or ArgumentNullException)
        {
            // Never the text itself: it may hold keys.
            throw new DataKeysException("数据密钥的内容不完整或被改过，请用备份恢复。(The data keys are damaged: restore them from a backup.)");
        }
    }

    /// <summary>The ring as JSON: to be kept secret.</summary>
    public string ToText() => JsonSerializer.Serialize(
        new Ring(Convert.ToBase64String(IndexKey), [.. All.Select(key => new RingKey(key.Id, key.MadeOn, Convert.ToBase64String(key.Bytes)))]), Layout);

    private static DataKey NewKey(DateOnly today) =>
        new($"k{today:yyyyMMdd}{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(2))}", today, RandomNumberGenerator.GetBytes(KeyLength));

    private sealed record Ring(string Index, IReadOnlyList<RingKey> Keys);

    private sealed record RingKey(string Id, DateOnly MadeOn, string Key);
}

/// <summary>The keys are missing, damaged or not those of the data. The message says what to do, in Chinese and English.</summary>
public sealed class DataKeysException(string message) : Exception(message);
