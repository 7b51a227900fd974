namespace Jinguo.Core.Base.Organisations;

/// <summary>Pure checks of bodies, in the words of the person who adds them.</summary>
public static class OrganisationChecks
{
    /// <summary>Longest name and the length of its column.</summary>
    public const int LongestName = 100;

    /// <summary>Largest number after the parent's code.</summary>
    public const int LargestNumber = 999;

    /// <summary>From when a body counts as existing where nobody knows better: before any record.</summary>
    public static DateOnly AlwaysThere { get; } = new(1949, 10, 1);

    /// <summary>Kinds that may hang below a body; none below one that has ended.</summary>
    public static IReadOnlyList<OrganisationKind> KindsBelow(Organisation parent) => parent switch
    {
        { ValidTo: not null } => [],
        { Level: Level.Group } => [],
        { Kind: OrganisationKind.Federation, Level: Level.Village } =>
            [.. Enum.GetValues<OrganisationKind>().Where(kind => kind != OrganisationKind.Federation)],
        { Kind: OrganisationKind.Federation } => Enum.GetValues<OrganisationKind>(),
        _ => [.. Enum.GetValues<OrganisationKind>().Where(kind => kind != OrganisationKind.Federation)],
    };

    /// <summary>Why nothing new can begin at a body: it has ended. Null while it stands.</summary>
    public static Problem? Ended(Organisation body) => body.ValidTo is { } last
        ? new("organisation.ended", $"{body.Name}在{last.AddDays(1):yyyy年M月d日}已经撤并，请改到现在的组织办理。")
        : null;

    /// <summary>Levels of a federation below a body: any lower one, for levels may be skipped (domain-rules DIV-11).</summary>
    public static IReadOnlyList<Level> LevelsBelow(Organisation parent) =>
        [.. Enum.GetValues<Level>().Where(level => level > parent.Level && level < Level.Group)];

    /// <summary>The level a new body gets: the one given for a federation, the lowest for groups, else one below its parent.</summary>
    public static Level LevelOf(OrganisationKind kind, Level? given, Organisation parent) => kind switch
    {
        OrganisationKind.Federation => given ?? Next(parent.Level),
        OrganisationKind.Group or OrganisationKind.MicroHome => Level.Group,
        _ => Next(parent.Level),
    };

    /// <summary>What is wrong with a new body, seen alone and against the body above.</summary>
    public static List<Problem> Check(NewOrganisation input, Organisation parent)
    {
        var problems = new List<Problem>();
        CheckName(input.Name, problems);
        if (Ended(parent) is { } ended)
            problems.Add(ended);
        else if (!KindsBelow(parent).Contains(input.Kind))
            problems.Add(new("organisation.kind.not-below", $"{parent.Name}下面不能设{Word(input.Kind)}，请另选类别，或换一个上级。", nameof(input.Kind)));
        else if (input.Kind == OrganisationKind.Federation)
            CheckDivision(input, parent, problems);
        else if (!string.IsNullOrWhiteSpace(input.Code))
            problems.Add(new("organisation.code.given", "只有行政区划的妇联填代码，其他组织的代码由系统按上级编号，请把这一格留空。", nameof(input.Code)));
        return problems;
    }

    /// <summary>Longest document number, in letters.</summary>
    public const int LongestDocument = 60;

    /// <summary>What is wrong with an edit, against the body as it is.</summary>
    public static List<Problem> Check(OrganisationEdit input, Organisation body)
    {
        var problems = new List<Problem>();
        CheckName(input.Name, problems);
        if (input.Order is < 0 or > 9999)
            problems.Add(new("organisation.order.range", "排序请填0到9999的整数，不排就填0。", nameof(input.Order)));
        if (input.Kind != body.Kind && !KindsInstead(body).Contains(input.Kind))
            problems.Add(new("organisation.kind.fixed", $"{body.Kind.Name()}不能改成{Word(input.Kind)}，请另选类别。", nameof(input.Kind)));
        return problems;
    }

    /// <summary>What is wrong with a renaming.</summary>
    /// <param name="renaming">The renaming.</param>
    /// <param name="name">The new name.</param>
    /// <param name="body">The body as it is.</param>
    /// <param name="lastFormer">Last day of its newest former name, or null.</param>
    /// <param name="today">Today in China.</param>
    public static List<Problem> Check(Renaming renaming, string name, Organisation body, DateOnly? lastFormer, DateOnly today)
    {
        var problems = new List<Problem>();
        if (Clean(name) == body.Name)
            problems.Add(new("organisation.rename.same", "更名要填新的全称；不更名的，请把更名日期清空。", nameof(OrganisationEdit.Name)));
        if (string.IsNullOrWhiteSpace(renaming.Document))
            problems.Add(new("organisation.rename.document", "请填批准更名的文号；只是改正写错的字，请把更名日期清空。", nameof(Renaming.Document)));
        else if (renaming.Document.Trim().Length > LongestDocument)
            problems.Add(new("organisation.rename.document.long", $"文号最多{LongestDocument}个字，请改短。", nameof(Renaming.Document)));
        if (renaming.From > today)
            problems.Add(new("organisation.rename.future", "更名日期晚于今天，请到那天再办。", nameof(Renaming.From)));
        else if (renaming.From <= body.ValidFrom || renaming.From.AddDays(-1) <= lastFormer)
            problems.Add(new("organisation.rename.early", "更名日期要在成立和上一次更名之后。", nameof(Renaming.From)));
        return problems;
    }

    /// <summary>Kinds to which a body may be changed, its own included: committees among each other, groups among each other.</summary>
    public static IReadOnlyList<OrganisationKind> KindsInstead(Organisation body) => body.Kind switch
    {
        OrganisationKind.Federation => [OrganisationKind.Federation],
        OrganisationKind.Group or OrganisationKind.MicroHome => [OrganisationKind.Group, OrganisationKind.MicroHome],
        _ => [OrganisationKind.Committee, OrganisationKind.WorkCommittee, OrganisationKind.GroupMember, OrganisationKind.NewField],
    };

    /// <summary>True for 12 digits that do not begin with 0.</summary>
    public static bool IsDivisionCode(string code) => code.Length == 12 && code[0] != '0' && code.All(char.IsAsciiDigit);

    /// <summary>A name without spaces around it and without control characters.</summary>
    public static string Clean(string? name) => string.Concat((name ?? "").Where(letter => !char.IsControl(letter))).Trim();

    /// <summary>The digits of a division code that its divisions below share: 3213 of 321300000000.</summary>
    public static string Stem(string code)
    {
        foreach (var length in (ReadOnlySpan<int>)[2, 4, 6, 9])
            if (code.AsSpan(length).IndexOfAnyExcept('0') < 0)
                return code[..length];
        return code;
    }

    private static string Word(OrganisationKind kind) => Enum.IsDefined(kind) ? kind.Name() : "这个类别";

    private static Level Next(Level level) => level < Level.Group ? level + 1 : Level.Group;

    private static void CheckName(string name, List<Problem> problems)
    {
        var clean = Clean(name);
        if (clean.Length == 0)
            problems.Add(new("organisation.name.missing", "请填写组织全称，例如：东山镇妇联。", nameof(NewOrganisation.Name)));
        else if (clean.Length > LongestName)
            problems.Add(new("organisation.name.long", $"名称有{clean.Length}个字，最多{LongestName}个字，请改短一些。", nameof(NewOrganisation.Name)));
    }

    private static void CheckDivision(NewOrganisation input, Organisation parent, List<Problem> problems)
    {
        if (input.Level is { } level && !LevelsBelow(parent).Contains(level))
            problems.Add(new("organisation.level.not-below", $"{parent.Name}是{parent.Level.Name()}级，下面的组织请选更低的级别。", nameof(input.Level)));
        var code = input.Code?.Trim() ?? "";
        if (!IsDivisionCode(code))
            problems.Add(new("organisation.code.division", "请填写12位统计用区划代码，例如：320411101201。代码在国家统计局发布的区划代码表里。", nameof(input.Code)));
        else if (IsDivisionCode(parent.Code) && !code.StartsWith(Stem(parent.Code), StringComparison.Ordinal))
            problems.Add(new("organisation.code.elsewhere", $"代码{code}不是以上级{parent.Name}的代码{Stem(parent.Code)}开头，请核对；开发区等特殊情况可以照此保存。", nameof(input.Code), Level: ProblemLevel.Warning));
    }
}
