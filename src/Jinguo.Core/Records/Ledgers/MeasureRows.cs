using Jinguo.Core.Base.Forms;
using Jinguo.Core.Facts;

namespace Jinguo.Core.Records.Ledgers;

/// <summary>Brings the rows of measures into line with what packs declare, without ever taking anything away.</summary>
/// <param name="rows">The measures there are.</param>
/// <param name="ownerId">The body whose packs they are; 0 for the product's.</param>
internal sealed class MeasureRows(IReadOnlyList<Measure> rows, int ownerId = 0)
{
    private const int PlacesPerPack = 1000;
    private readonly Dictionary<string, Measure> byCode = rows.ToDictionary(row => row.Code, StringComparer.Ordinal);

    /// <summary>Changes that would falsify facts already posted.</summary>
    public List<PackProblem> Problems { get; } = [];

    /// <summary>Updates the rows of a pack and gives back the new ones.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="place">Its place among the packs.</param>
    public IEnumerable<Measure> Take(Pack pack, int place)
    {
        var added = new List<Measure>();
        foreach (var (declared, number) in pack.Measures.Select((declared, number) => (declared, number)))
        {
            if (!byCode.TryGetValue(declared.Code, out var row))
                added.Add(row = byCode[declared.Code] = New(declared, pack));
            else if (ownerId != 0 && row.Pack != pack.Code)
                Problems.Add(new($"{pack.Code}.json", declared.Code, $"“{declared.Code}”是别的数据项用过的代码，请换一个"));
            else if (row.Kind != KindOf(declared.Kind) || row.Decimals != declared.Decimals)
                Problems.Add(new($"{pack.Code}.json", declared.Code, "已有的数据项不能改种类和小数位，请另起一个代码"));
            else if (row.IsSensitive && !declared.Sensitive)
                Problems.Add(new($"{pack.Code}.json", declared.Code, "敏感的数据项不能再改成不敏感，请另起一个代码"));
            Describe(row, declared, pack, place * PlacesPerPack + number);
            AddOptions(row, declared);
            SetDefinitions(row, declared, pack);
            foreach (var code in declared.Sensitive ? PublishedCounts.CodesOf(row.Code) : [])
            {
                if (!byCode.TryGetValue(code, out var published))
                    added.Add(published = byCode[code] = PublishedCounts.New(code, row));
                PublishedCounts.Describe(published, row);
            }
        }
        return added;
    }

    private Measure New(MeasureDeclaration declared, Pack pack) => new()
    {
        Code = declared.Code,
        Name = declared.Name,
        Unit = declared.Unit,
        Kind = KindOf(declared.Kind),
        Decimals = declared.Decimals,
        Pack = pack.Code,
        Group = pack.Name,
        OrganisationId = ownerId,
    };

    private static void Describe(Measure row, MeasureDeclaration declared, Pack pack, int order)
    {
        row.Name = declared.Name;
        row.Unit = declared.Unit;
        row.Formula = declared.Formula?.Text;
        row.BreakdownName = declared.Breakdown?.Name;
        row.Pack = pack.Code;
        row.Group = pack.Name;
        row.Order = order;
        row.IsSensitive = declared.Sensitive;
        if (!row.Synonyms.SequenceEqual(declared.Synonyms, StringComparer.Ordinal))
            row.Synonyms = [.. declared.Synonyms];
    }

    private static void AddOptions(Measure row, MeasureDeclaration declared)
    {
        foreach (var option in declared.Breakdown?.Options ?? [])
        {
            if (row.Options.Find(one => one.Code == option.Code) is { } known)
                known.Name = option.Name;
            else
                row.Options.Add(new() { Number = row.Options.Select(one => one.Number).DefaultIfEmpty().Max() + 1, Code = option.Code, Name = option.Name });
        }
    }

    private static void SetDefinitions(Measure row, MeasureDeclaration declared, Pack pack)
    {
        foreach (var definition in declared.Definitions)
        {
            var known = row.Definitions.Find(one => one.Version == definition.Version);
            if (known is null)
                row.Definitions.Add(known = new() { Version = definition.Version, Text = definition.Text });
            known.Text = definition.Text;
            known.Issuer = FirstFilled(definition.Issuer, pack.Issuer);
            known.DocumentNumber = FirstFilled(definition.DocumentNumber, pack.DocumentNumber);
            known.ValidFrom = definition.ValidFrom;
            known.ValidTo = definition.ValidTo;
        }
    }

    private static string? FirstFilled(string first, string second) => first.Length > 0 ? first : second.Length > 0 ? second : null;

    private static MeasureKind KindOf(DeclaredKind kind) => kind switch
    {
        DeclaredKind.Flow => MeasureKind.Flow,
        DeclaredKind.Stock => MeasureKind.Stock,
        DeclaredKind.Ratio => MeasureKind.Ratio,
        DeclaredKind.Observed => MeasureKind.Observed,
        DeclaredKind.Distinct => MeasureKind.Distinct,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
