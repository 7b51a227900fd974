namespace Jinguo.Office.Mentions;

/// <summary>Kinds of units: words that reports use for one another.</summary>
public enum UnitKind
{
    /// <summary>A unit that stands for itself alone: 平方米, 小时, 吨.</summary>
    Itself,

    /// <summary>人 名 位.</summary>
    Persons,

    /// <summary>人次.</summary>
    PersonTimes,

    /// <summary>件 起 件次.</summary>
    Cases,

    /// <summary>场 期 次 班.</summary>
    Events,

    /// <summary>户.</summary>
    Households,

    /// <summary>份 册 本.</summary>
    Copies,

    /// <summary>篇 条.</summary>
    Articles,

    /// <summary>个 所 家 支: things and bodies that last.</summary>
    Places,

    /// <summary>元.</summary>
    Money,

    /// <summary>%.</summary>
    Share,
}

/// <summary>The kinds of the units that reports use.</summary>
public static class UnitKinds
{
    private static readonly Dictionary<string, UnitKind> Kinds = new(StringComparer.Ordinal);

    static UnitKinds()
    {
        Add(UnitKind.Persons, "人", "名", "位", "口人", "口", "个人", "员");
        Add(UnitKind.PersonTimes, "人次", "人(次)", "户次", "名次");
        Add(UnitKind.Cases, "件", "件(次)", "件次", "起", "宗", "例", "案");
        Add(UnitKind.Events, "场", "场次", "期", "次", "班", "期次", "班次", "届", "回", "趟", "轮");
        Add(UnitKind.Households, "户", "户家庭", "个家庭");
        Add(UnitKind.Copies, "份", "册", "本", "张", "套", "幅");
        Add(UnitKind.Articles, "篇", "条", "则", "篇次", "条次");
        Add(UnitKind.Places, "个", "所", "家", "支", "处", "座", "间", "项", "站", "点");
        Add(UnitKind.Money, "元", "块钱", "人民币");
        Add(UnitKind.Share, "%");
    }

    /// <summary>The kind of a unit; null and what is not known stand for themselves.</summary>
    public static UnitKind Of(string? unit) => unit switch
    {
        null => UnitKind.Itself,
        // 份(册) is what 份 is.
        [.. var first, '(', _, ')'] when !Kinds.ContainsKey(unit) => Kinds.GetValueOrDefault(first),
        _ => Kinds.GetValueOrDefault(unit),
    };

    /// <summary>True where numbers with these units may be added or compared: 12期 with 3场, 8人 with 5名.</summary>
    public static bool AreAlike(string? one, string? other) =>
        one == other || (Of(one) is var kind and not UnitKind.Itself && kind == Of(other));

    private static void Add(UnitKind kind, params IEnumerable<string> units)
    {
        foreach (var unit in units)
            Kinds.Add(unit, kind);
    }
}
