namespace Jinguo.Core.Base.Forms;

/// <summary>Units as people write them.</summary>
public static class UnitWords
{
    /// <summary>Units for one and the same thing: a cell may say 50人 where the form counts 人次.</summary>
    private static readonly string[][] SameUnits =
    [
        ["人次", "人", "名", "位", "个人", "人数"], ["期", "场", "次", "场次", "期次", "回", "届"],
        ["个", "所", "处", "家", "支", "座", "所(个)"], ["份", "册", "张", "本", "页", "套", "件"], ["篇", "条", "则", "幅", "篇次"],
        ["户", "户次", "家庭"], ["件次", "件", "起", "宗", "件(次)"], ["天", "日"], ["小时", "课时", "学时"], ["亩", "畝"], ["吨", "t"],
    ];

    /// <summary>Units that stand for nothing but themselves.</summary>
    private static readonly string[] OtherUnits =
        ["元", "圆", "块", "块钱", "元人民币", "角", "分", "美元", "港币", "港元", "欧元", "日元", "%", "‰", "岁", "年", "个月", "月", "周", "分钟", "斤", "公斤", "千克", "克", "kg", "平方米", "㎡", "米", "公里", "里", "辆", "台", "只", "头", "棵", "株", "门", "项", "级", "笔"];

    /// <summary>Whether two units are one, or stand for one and the same thing: 人 and 人次, 个 and 所.</summary>
    public static bool AreAlike(string one, string other) =>
        one == other || SameUnits.Any(units => units.Contains(one, StringComparer.Ordinal) && units.Contains(other, StringComparer.Ordinal));

    /// <summary>Whether a word is a unit.</summary>
    internal static bool IsUnit(string word) => OtherUnits.Contains(word, StringComparer.Ordinal) || SameUnits.Any(units => units.Contains(word, StringComparer.Ordinal));
}
