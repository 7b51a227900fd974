using System.Security.Cryptography;
using System.Text;

namespace Jinguo.Core.Base.Changes;

/// <summary>
/// The hash of an entry: SHA-256 over all its fields and the hash before it. Every field is led by its length, so that no
/// two different entries have the same encoding.
/// </summary>
public static class ChangeHash
{
    /// <summary>Hexadecimal digits of a hash.</summary>
    public const int Digits = SHA256.HashSizeInBytes * 2;

    private const string Kind = "jinguo.change.1";
    private const string SealKind = "jinguo.seal.1";

    /// <summary>The hash of an entry that stands after one with this hash; empty before the first.</summary>
    public static string Of(Change change, string previous) => Hash(writer =>
    {
        Text(writer, Kind);
        Text(writer, previous);
        writer.Write(change.OrganisationId);
        writer.Write(change.Number);
        writer.Write(change.Region);
        writer.Write(change.Id.ToByteArray(bigEndian: true));
        writer.Write(change.At.Ticks);
        Text(writer, change.AccountId?.ToString("N"));
        Text(writer, change.ActorName);
        Text(writer, change.Act);
        Text(writer, change.SubjectKind);
        Text(writer, change.SubjectId);
        Text(writer, change.Reason);
        Text(writer, change.Fields);
    });

    /// <summary>The hash of a seal over the heads that it covers, in the order of the bodies.</summary>
    public static string Of(Seal seal, string previous, IEnumerable<SealedHead> heads) => Hash(writer =>
    {
        Text(writer, SealKind);
        Text(writer, previous);
        writer.Write(seal.Number);
        writer.Write(seal.At.Ticks);
        writer.Write(seal.Heads);
        foreach (var head in heads)
        {
            writer.Write(head.OrganisationId);
            writer.Write(head.Number);
            Text(writer, head.Hash);
        }
    });

    /// <summary>The hash over where archived chains go on, in the order of the bodies.</summary>
    public static string OfArchived(IEnumerable<(int OrganisationId, long Number, string Hash)> heads) => Hash(writer =>
    {
        foreach (var (organisationId, number, hash) in heads)
        {
            writer.Write(organisationId);
            writer.Write(number);
            Text(writer, hash);
        }
    });

    private static string Hash(Action<BinaryWriter> write)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        write(writer);
        return Convert.ToHexStringLower(SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
    }

    // A missing text is not an empty one.
    private static void Text(BinaryWriter writer, string? text)
    {
        if (text is null)
        {
            writer.Write(-1);
            return;
        }
        var bytes = Encoding.UTF8.GetBytes(text);
        writer.Write(bytes.Length);
        writer.Write(bytes);
    }
}
