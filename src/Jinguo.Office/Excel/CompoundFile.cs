using System.Buffers.Binary;
using System.Text;

namespace Jinguo.Office.Excel;

/// <summary>Reads one stream out of a compound file, the container of old Office files ([MS-CFB]).</summary>
internal static class CompoundFile
{
    private const int HeaderLength = 512;
    private const int EntryLength = 128;
    private const int SectorsInHeader = 109;

    /// <summary>The stream's bytes; null if it is not there or the file is damaged.</summary>
    internal static byte[]? ReadStream(Stream content, string name)
    {
        var file = new byte[content.Length];
        content.Position = 0;
        content.ReadExactly(file);
        content.Position = 0;
        if (file.Length < HeaderLength || Word(file, 30) is not (9 or 12) || Word(file, 32) != 6)
        {
            return null;
        }

        var sectorSize = 1 << Word(file, 30);
        var table = ReadTable(file, sectorSize);
        var directory = Chain(file, table, Number(file, 48), sectorSize, sectorSize);
        if (directory is null || Find(directory, name) is not var (start, length) || length > file.Length)
        {
            return null;
        }

        byte[]? stream;
        if (length >= Number(file, 56))
        {
            stream = Chain(file, table, start, sectorSize, sectorSize);
        }
        else
        {
            // Short streams lie in small sectors inside the root entry's stream.
            var small = Chain(file, table, Number(directory, 116), sectorSize, sectorSize);
            var smallTable = Chain(file, table, Number(file, 60), sectorSize, sectorSize);
            stream = small is null || smallTable is null ? null : Chain(small, Numbers(smallTable), start, 1 << 6, 0);
        }

        return stream is null ? null : stream.Length > length ? stream[..length] : stream;
    }

    private static int[] ReadTable(byte[] file, int sectorSize)
    {
        var sectors = new List<int>();
        for (var i = 0; i < SectorsInHeader; i++)
        {
            sectors.Add(Number(file, 76 + 4 * i));
        }

        // Larger files list the rest of the table in sectors of their own, each ending in the number of the next.
        var most = file.Length / sectorSize;
        for (var next = Number(file, 68); next >= 0 && sectors.Count <= most + SectorsInHeader && Offset(next, sectorSize) + sectorSize <= file.Length;)
        {
            var at = (int)Offset(next, sectorSize);
            for (var i = 0; i < sectorSize / 4 - 1; i++)
            {
                sectors.Add(Number(file, at + 4 * i));
            }

            next = Number(file, at + sectorSize - 4);
        }

        return [.. sectors.Distinct().Where(s => s >= 0 && Offset(s, sectorSize) + sectorSize <= file.Length)
            .SelectMany(s => Numbers(file.AsSpan((int)Offset(s, sectorSize), sectorSize)))];
    }

    /// <summary>Follows the table from sector to sector; null if it runs in a circle or out of the file.</summary>
    private static byte[]? Chain(byte[] file, int[] table, int start, int sectorSize, int firstAt)
    {
        var bytes = new MemoryStream();
        for (var (next, seen) = (start, 0); next >= 0; next = table[next], seen++)
        {
            var at = firstAt + (long)next * sectorSize;
            if (next >= table.Length || seen > file.Length / sectorSize || at >= file.Length)
            {
                return null;
            }

            bytes.Write(file, (int)at, (int)Math.Min(sectorSize, file.Length - at));
        }

        return bytes.ToArray();
    }

    private static (int Start, int Length)? Find(byte[] directory, string name)
    {
        for (var at = 0; at + EntryLength <= directory.Length; at += EntryLength)
        {
            var length = Word(directory, at + 64);
            if (length is > 2 and <= 64 && Encoding.Unicode.GetString(directory, at, length - 2).Equals(name, StringComparison.OrdinalIgnoreCase)
                && directory[at + 66] == 2)
            {
                return (Number(directory, at + 116), Number(directory, at + 120));
            }
        }

        return null;
    }

    // The header takes the place of sector −1.
    private static long Offset(int sector, int sectorSize) => ((long)sector + 1) * sectorSize;

    private static int[] Numbers(ReadOnlySpan<byte> bytes)
    {
        var numbers = new int[bytes.Length / 4];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = BinaryPrimitives.ReadInt32LittleEndian(bytes[(4 * i)..]);
        }

        return numbers;
    }

    private static int Number(byte[] bytes, int at) => at + 4 <= bytes.Length ? BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at)) : -1;

    private static int Word(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));
}
