namespace Jinguo.Office.Mentions;

/// <summary>The time and place that the clauses of a sentence have named so far: they hold until others are named.</summary>
internal sealed class Setting
{
    private NamedPeriod? once;

    /// <summary>The time that holds, or null.</summary>
    public NamedPeriod? Period { get; private set; }

    /// <summary>The place that holds, or null.</summary>
    public NamedPlace? Place { get; set; }

    /// <summary>Nothing is named any more.</summary>
    public void EndSentence() => (Period, Place, once) = (null, null, null);

    /// <summary>
    /// Takes a time. 去年的85% is of that number only; what one compares with (比上年增长) or speaks of (对2026年的工作) is of none.
    /// </summary>
    public void Name(NamedPeriod named, ReadOnlySpan<char> plain)
    {
        var before = named.Start > 0 ? plain[named.Start - 1] : '\0';
        var behind = Clause.SkipSpaces(plain, named.End);
        var isOf = behind < plain.Length && plain[behind] is '的' && behind + 1 < plain.Length && IsDigit(plain[behind + 1]);
        var isNumberNext = behind < plain.Length && IsDigit(plain[behind]);
        var isCompared = before is '比' or '较' or '与' or '同' or '跟' or '由' or '从';
        if (isOf || (isCompared && isNumberNext))
            once = named;
        else if (before is not '对' && (before is '由' or '从' || !isCompared))
            (Period, once) = (named, null);
    }

    /// <summary>The number with what holds for it.</summary>
    public Mention Of(Mention mention)
    {
        var told = mention with { Period = once ?? Period, Place = Place };
        once = null;
        return told;
    }

    private static bool IsDigit(char letter) => char.IsAsciiDigit(letter) || Numeral.IsChinese(letter);
}
