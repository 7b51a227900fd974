using System.Buffers;
using System.Text.RegularExpressions;

namespace Jinguo.Core.Base.Forms;

/// <summary>What does not fit together in packs whose files could be read.</summary>
public static partial class PackChecks
{
    private const int LongestName = 80;
    private const int LongestUnit = 20;

    // Room for the codes of what is published of it.
    private const int LongestSensitiveCode = 70;

    /// <summary>They stand between several choices in a cell.</summary>
    private static readonly SearchValues<char> Separators = SearchValues.Create("、，,；;|");

    /// <summary>Checks one pack among all that are loaded with it.</summary>
    /// <param name="file">Its file's name, for the problems.</param>
    /// <param name="pack">The pack.</param>
    /// <param name="all">All packs loaded together, this one included.</param>
    public static IReadOnlyList<PackProblem> Check(string file, Pack pack, PackSet all)
    {
        var found = new PackFindings(file);
        if (!PackCode().IsMatch(pack.Code))
            found.Add("pack", "代码用小写字母、数字和连字符，以字母开头");
        if (all.Packs.First(other => other.Code == pack.Code) != pack)
            found.Add("pack", $"已经有代码为“{pack.Code}”的包");
        for (var index = 0; index < pack.Measures.Count; index++)
        {
            CheckMeasure(pack.Measures[index], $"measures[{index}]", all, found);
        }

        for (var index = 0; index < pack.RecordTypes.Count; index++)
        {
            RecordTypeChecks.Check(pack.RecordTypes[index], $"recordTypes[{index}]", all, found);
        }

        for (var index = 0; index < pack.Additions.Count; index++)
        {
            AdditionChecks.Check(pack.Additions[index], $"additions[{index}]", pack, all, found);
        }

        for (var index = 0; index < pack.Bundles.Count; index++)
        {
            BundleReading.Check(pack.Bundles[index], $"bundles[{index}]", all, found);
        }

        if (pack.ValidTo < pack.ValidFrom)
            found.Add("validTo", "失效的日期不能早于生效的日期");
        return found.Problems;
    }

    private static void CheckMeasure(MeasureDeclaration measure, string path, PackSet all, PackFindings found)
    {
        if (!MeasureCode().IsMatch(measure.Code))
            found.Add($"{path}.code", "数据项代码用小写字母和数字，以点分段，例如 training.participants");
        if (!ReferenceEquals(all.FindMeasure(measure.Code), measure))
            found.Add($"{path}.code", $"“{measure.Code}”已经声明过（在“{all.Packs.First(other => other.Measures.Any(one => one.Code == measure.Code)).Name}”里），请换一个代码");
        if (measure.Code.Length > LongestName || measure.Name.Length > LongestName || measure.Unit.Length > LongestUnit)
            found.Add(path, $"代码和名称最多{LongestName}个字，单位最多{LongestUnit}个字");
        if (measure.Unit == "元" && measure.Decimals != 2)
            found.Add($"{path}.decimals", "以元为单位的数据项，小数应是2位（记到分）");
        if (measure.Kind == DeclaredKind.Distinct && measure.Decimals != 0)
            found.Add($"{path}.decimals", "按人计的数据项没有小数");
        if (measure.Sensitive && (measure.Kind != DeclaredKind.Flow || measure.Decimals != 0))
            found.Add($"{path}.sensitive", "只有累加的次数（flow，没有小数）才能标为敏感");
        if (measure.Sensitive && measure.Code.Length > LongestSensitiveCode)
            found.Add($"{path}.code", $"敏感数据项的代码最多{LongestSensitiveCode}个字");
        if (measure.Breakdown is { } breakdown)
            CheckOptions(breakdown.Options, $"{path}.breakdown.options", found);
        CheckRatio(measure, path, all, found);
        CheckDefinitions(measure, path, found);
    }

    private static void CheckRatio(MeasureDeclaration measure, string path, PackSet all, PackFindings found)
    {
        if (measure.Kind != DeclaredKind.Ratio && measure.Formula is not null)
            found.Add($"{path}.formula", "只有比率（ratio）才写公式");
        if (measure.Kind == DeclaredKind.Ratio && measure.Formula is null)
            found.Add($"{path}.formula", "比率要写公式，例如 a.b / c.d * 100");
        if (measure.Kind == DeclaredKind.Ratio && measure.Breakdown is not null)
            found.Add($"{path}.breakdown", "比率不能再分类");
        foreach (var error in measure.Formula?.Check(code => RatioOperand(code, all), OperandKind.Number) ?? [])
        {
            found.Add($"{path}.formula", $"公式有误，{error}");
        }
    }

    /// <summary>A ratio is made of sums, not of other ratios.</summary>
    private static OperandKind? RatioOperand(string code, PackSet all) =>
        all.FindMeasure(code) is { Kind: not DeclaredKind.Ratio } ? OperandKind.Number : null;

    private static void CheckDefinitions(MeasureDeclaration measure, string path, PackFindings found)
    {
        if (measure.Definitions.Count == 0)
            found.Add($"{path}.definitions", "至少要写一条口径");
        for (var index = 1; index < measure.Definitions.Count; index++)
        {
            var (before, after) = (measure.Definitions[index - 1], measure.Definitions[index]);
            if (after.Version != before.Version + 1 || before.ValidTo is not { } end || after.ValidFrom != end.AddDays(1))
                found.Add($"{path}.definitions[{index}]", "口径要按版本顺序写，前一版失效的次日是后一版的生效日");
        }
    }

    internal static void CheckOptions(IReadOnlyList<Option> options, string path, PackFindings found)
    {
        if (options.Count == 0)
            found.Add(path, "至少要有一个选项");
        foreach (var twice in options.GroupBy(option => option.Code, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            found.Add(path, $"选项代码“{twice.Key}”重复");
        }

        foreach (var twice in options.GroupBy(option => option.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            found.Add(path, $"选项名称“{twice.Key}”重复");
        }

        foreach (var option in options.Where(option => !PackCode().IsMatch(option.Code) || option.Name.AsSpan().ContainsAny(Separators)))
        {
            found.Add(path, $"选项“{option.Code}”：代码用小写字母、数字和连字符，名称里不能有顿号、逗号、分号");
        }
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{0,39}$", RegexOptions.ExplicitCapture, 500)]
    internal static partial Regex PackCode();

    [GeneratedRegex(@"^[a-z][a-z0-9]*(\.[a-z][a-z0-9]*)*$", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex MeasureCode();
}

/// <summary>Collects what is wrong in one pack.</summary>
internal sealed class PackFindings(string file)
{
    public List<PackProblem> Problems { get; } = [];

    public void Add(string path, string text) => Problems.Add(new PackProblem(file, path, text));
}
