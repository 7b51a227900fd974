using System.Text;
using System.Text.Json;

namespace Jinguo.Core.Base.Forms;

/// <summary>The text of a pack file.</summary>
/// <param name="Name">The file's name: training.json.</param>
/// <param name="Text">Its JSON.</param>
public sealed record PackFile(string Name, string Text);

/// <summary>What became of pack files: the packs, and all that is wrong. With any problem the packs must not be used.</summary>
/// <param name="Packs">What could be read.</param>
/// <param name="Problems">By file and place.</param>
public sealed record PackReading(PackSet Packs, IReadOnlyList<PackProblem> Problems);

/// <summary>What became of one pack file among others.</summary>
/// <param name="Pack">The pack as far as it could be read; null where the file is no JSON object.</param>
/// <param name="All">It with the others.</param>
/// <param name="Problems">What is wrong with it; with any it must not be used.</param>
public sealed record OnePackReading(Pack? Pack, PackSet All, IReadOnlyList<PackProblem> Problems);

/// <summary>Reads pack files strictly: what is unknown, missing or does not fit together is reported, never passed over.</summary>
public static class PackReader
{
    /// <summary>The schema lies beside the packs and is not one.</summary>
    private const string SchemaFile = "schema.json";

    /// <summary>Reads all packs of a folder, in the order of their files' names.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="IOException">The folder or a file cannot be read.</exception>
    public static PackReading ReadFolder(string folder) => Read(
        [.. Directory.EnumerateFiles(folder, "*.json")
            .Where(path => Path.GetFileName(path) != SchemaFile)
            .Order(StringComparer.Ordinal)
            .Select(path => new PackFile(Path.GetFileName(path), File.ReadAllText(path)))]);

    /// <summary>Reads packs that belong together.</summary>
    /// <param name="files">The files.</param>
    public static PackReading Read(IReadOnlyList<PackFile> files)
    {
        var problems = new List<PackProblem>();
        var opened = files.Select(file => Open(file, problems)).OfType<PackNode>().ToList();
        var measures = opened.ConvertAll(node => node.Nodes("measures").Select(MeasureReading.Read).ToList());
        var known = ByCode(measures.SelectMany(list => list));
        var packs = new List<Pack>();
        foreach (var (node, declared) in opened.Zip(measures))
        {
            packs.Add(ReadPack(node, declared, known));
            node.Close();
        }

        var set = new PackSet(packs);
        foreach (var (node, pack) in opened.Zip(packs))
        {
            problems.AddRange(PackChecks.Check(node.File, pack, set));
        }

        return new PackReading(set, problems);
    }

    /// <summary>Reads one pack among others that were read before; one of them with its code gives way to it.</summary>
    /// <param name="file">The pack's file.</param>
    /// <param name="among">The others.</param>
    public static OnePackReading Read(PackFile file, PackSet among)
    {
        var problems = new List<PackProblem>();
        if (Open(file, problems) is not { } node)
            return new(null, among, problems);
        var code = node.OptionalText("pack");
        var others = among.Packs.Where(pack => pack.Code != code).ToList();
        var measures = node.Nodes("measures").Select(MeasureReading.Read).ToList();
        var pack = ReadPack(node, measures, ByCode(others.SelectMany(other => other.Measures).Concat(measures)));
        node.Close();
        var set = new PackSet([.. others, pack]);
        return new(pack, set, [.. problems, .. PackChecks.Check(file.Name, pack, set)]);
    }

    private static Dictionary<string, MeasureDeclaration> ByCode(IEnumerable<MeasureDeclaration> measures) =>
        measures.DistinctBy(measure => measure.Code, StringComparer.Ordinal).ToDictionary(measure => measure.Code, StringComparer.Ordinal);

    /// <summary>The object in a file; null, with a problem, where it is none.</summary>
    internal static PackNode? Open(PackFile file, List<PackProblem> problems)
    {
        try
        {
            if (!JsonTexts.AreWhole(Encoding.UTF8.GetBytes(file.Text)))
            {
                problems.Add(new PackProblem(file.Name, "", "文字里有半个字符（\\uD83D 这样的转义没有成对）"));
                return null;
            }
            using var document = JsonDocument.Parse(file.Text, new JsonDocumentOptions { AllowDuplicateProperties = false });
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return new PackNode(document.RootElement.Clone(), file.Name, "", problems);
            problems.Add(new PackProblem(file.Name, "", "整个文件应是一个对象，写在 { } 里"));
        }
        catch (JsonException wrong)
        {
            var place = wrong.LineNumber is { } line ? $"第{line + 1}行第{wrong.BytePositionInLine + 1}字节附近" : "";
            problems.Add(new PackProblem(file.Name, place, "不是完整的 JSON：检查逗号、引号、括号和重复的属性"));
        }

        return null;
    }

    private static Pack ReadPack(PackNode node, List<MeasureDeclaration> measures, Dictionary<string, MeasureDeclaration> known)
    {
        // An editor finds the schema by it.
        node.OptionalText("$schema");
        return new Pack(
            node.Text("pack"),
            node.Text("name"),
            node.Whole("version", 1, 10_000) ?? 1,
            node.OptionalText("issuer"),
            node.OptionalText("documentNumber"),
            node.Day("validFrom") ?? new DateOnly(2000, 1, 1),
            measures,
            [.. node.Nodes("recordTypes").Select(type => TypeReading.Read(type, known))])
        {
            ValidTo = node.Day("validTo"),
            Additions = [.. node.Nodes("additions").Select(addition => TypeReading.ReadAddition(addition, known))],
            Bundles = [.. node.Nodes("bundles").Select(BundleReading.Read)],
        };
    }
}
