using System.IO.Compression;
using System.Text;

namespace Jinguo.Core.Tests.HostileInput;

/// <summary>Makes a damaged or malicious file out of a good one.</summary>
internal static class Damage
{
    private static readonly string[] Tokens =
    [
        "\"", "<", ">", "&", "&#0;", "&#x1F600;", "&lol;", "</", "<!--", "]]>", "<!DOCTYPE a [<!ENTITY b \"c\">]>", "<![CDATA[", "\0", "\uFFFE", "-1",
        "99999999999999999999", "1E400", "NaN", "A0", "XFE1048577", "r=\"0\"", "t=\"s\"", "t=\"b\"", "xml:space=\"x\"", "../../", "file:///etc/passwd",
        "http://127.0.0.1:1/", "count=\"2147483647\"", "\u202E", "{{", "}}", ",\"", "\n\"", "\r", "\t",
    ];

    /// <summary>Bytes changed, put in, taken out, repeated or cut off.</summary>
    internal static byte[] OfBytes(Random random, byte[] whole)
    {
        var bytes = new List<byte>(whole);
        for (var times = random.Next(1, 6); times > 0 && bytes.Count > 0; times--)
        {
            var place = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 64), bytes.Count - place);
            switch (random.Next(7))
            {
                case 0: bytes[place] = (byte)random.Next(256); break;
                case 1: bytes[place] ^= (byte)(1 << random.Next(8)); break;
                case 2: bytes.InsertRange(place, Encoding.UTF8.GetBytes(Tokens[random.Next(Tokens.Length)])); break;
                case 3: bytes.RemoveRange(place, length); break;
                case 4: bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(place, length)); break;
                case 5: bytes.RemoveRange(place, bytes.Count - place); break;
                default:
                    for (var i = place; i < place + length; i++)
                        bytes[i] = (byte)random.Next(256);
                    break;
            }
        }
        return [.. bytes];
    }

    /// <summary>A zip whose parts are damaged inside, so that the damage is behind the checksums; or parts taken out, doubled, renamed.</summary>
    internal static byte[] InsideZip(Random random, byte[] whole)
    {
        var parts = Unpack(whole);
        for (var times = random.Next(1, 4); times > 0 && parts.Count > 0; times--)
        {
            var chosen = random.Next(parts.Count);
            var (name, content) = parts[chosen];
            switch (random.Next(8))
            {
                case 0: parts.RemoveAt(chosen); break;
                case 1: parts.Add((name, OfBytes(random, content))); break;
                case 2: parts[chosen] = (parts[random.Next(parts.Count)].Name, content); break;
                case 3: parts[chosen] = (Tokens[random.Next(Tokens.Length)] + name, content); break;
                default: parts[chosen] = (name, OfBytes(random, content)); break;
            }
        }
        return Pack(parts);
    }

    private static List<(string Name, byte[] Content)> Unpack(byte[] whole)
    {
        using var zip = new ZipArchive(new MemoryStream(whole));
        return [.. zip.Entries.Select(entry =>
        {
            using var part = entry.Open();
            var content = new MemoryStream();
            part.CopyTo(content);
            return (entry.FullName, content.ToArray());
        })];
    }

    private static byte[] Pack(List<(string Name, byte[] Content)> parts)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                part.Write(content);
            }
        }
        return file.ToArray();
    }
}
