using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Jinguo.Core.Base.Forms;

namespace Jinguo.Core.Records.Ledgers.Exchange;

/// <summary>
/// The key of an imported record, made from what the row says and not from the file: the same row has the same key in
/// whatever file, so that importing twice finds the first. Shaped like version 7, ordered by the record's day. Pure.
/// </summary>
internal static class RowKey
{
    /// <summary>What a row says, as a hash.</summary>
    /// <param name="type">Code of the record type.</param>
    /// <param name="organisationId">The body.</param>
    /// <param name="values">Blind: an ID number could be guessed from the hash of a row whose rest is known.</param>
    public static Guid ContentOf(string type, int organisationId, RecordValues values) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{type}\n{organisationId}\n{RecordJson.Write(values)}")).AsSpan(0, 16));

    /// <summary>The key of the n-th record with this content.</summary>
    public static Guid Of(Guid content, DateOnly day, int number)
    {
        Span<byte> bytes = stackalloc byte[20];
        content.TryWriteBytes(bytes);
        BinaryPrimitives.WriteInt32BigEndian(bytes[16..], number);
        var key = SHA256.HashData(bytes).AsSpan(0, 16);
        var since = Math.Max(0, day.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber) * 86_400_000L;
        Span<byte> instant = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(instant, since);
        instant[2..].CopyTo(key);
        key[6] = (byte)((key[6] & 0x0F) | 0x70);
        key[8] = (byte)((key[8] & 0x3F) | 0x80);
        return new(key, bigEndian: true);
    }
}
