namespace Jinguo.Office.Mentions;

/// <summary>Reads shares, rates and fractions.</summary>
internal sealed class ShareReader(MentionLexicon lexicon)
{
    private readonly Surroundings around = new(lexicon);

    /// <summary>82%, 百分之八十, 1/3, 三分之一, 8.5个百分点.</summary>
    public Mention? Read(string text, ReadOnlySpan<char> plain, Numeral numeral, out int end)
    {
        var (value, unit, step) = (numeral.Value, "%", numeral.Step);
        end = numeral.End;
        var at = Clause.SkipSpaces(plain, end);
        if (numeral.Form == NumeralForm.Percentage)
            at = end;
        else if (at < plain.Length && plain[at] is '/' && plain[(at + 1)..] is var per && (per.StartsWith("10万") || per.StartsWith("十万") || per.StartsWith("1万") || per.StartsWith("万")))
            (end, unit) = (at + 1 + per.IndexOf('万') + 1, "/" + per[..(per.IndexOf('万') + 1)].ToString());
        else if (at < plain.Length && plain[at] is '%')
            end = at + 1;
        else if (at < plain.Length && plain[at] is '‰')
            (end, unit) = (at + 1, "‰");
        else if (at + 4 <= plain.Length && plain.Slice(at, 4) is "个百分点")
            (end, unit) = (at + 4, "个百分点");
        else if (PerTenThousands(plain, numeral, ref end, ref value, ref step) is { } per10000)
            unit = per10000;
        else if (Fraction(plain, numeral, out end) is { } fraction)
            return new(numeral.Start, end, text[numeral.Start..end], fraction, null, null, MentionKind.Rate, around.Role(plain, numeral.Start, end), Clause.Around(text, plain, numeral.Start, end, lexicon)) { Step = 0.0001m };
        else
            return null;
        var kind = unit == "个百分点" || around.IsChange(plain, numeral.Start) ? MentionKind.Change : MentionKind.Rate;
        var hedge = around.Hedge(plain, numeral.Start, out _);
        return new(numeral.Start, end, text[numeral.Start..end], value, unit, hedge, kind, around.Role(plain, numeral.Start, end), Clause.Before(text, plain, numeral.Start, lexicon)) { Step = step };
    }

    // 10万分之16.1 is told like 16.1/10万.
    private string? PerTenThousands(ReadOnlySpan<char> plain, Numeral numeral, ref int end, ref decimal value, ref decimal step)
    {
        if (numeral.Value is not (10_000 or 100_000) || !plain[numeral.End..].StartsWith("分之") || numeral.End + 2 >= plain.Length || !(char.IsAsciiDigit(plain[numeral.End + 2]) || Numeral.IsChinese(plain[numeral.End + 2])) || Numeral.Read(plain, numeral.End + 2, lexicon, out _) is not { } over)
            return null;
        (end, value, step) = (over.End, over.Value, over.Step);
        return "/" + plain[numeral.Start..numeral.End].ToString();
    }

    private static decimal? Fraction(ReadOnlySpan<char> plain, Numeral numeral, out int end)
    {
        end = numeral.End;
        if (end + 1 < plain.Length && plain[end] == '/' && char.IsAsciiDigit(plain[end + 1]) && numeral.Value < 100 && numeral.Value > 0)
        {
            var from = ++end;
            while (end < plain.Length && char.IsAsciiDigit(plain[end]))
                end++;
            if (end - from <= 3 && decimal.TryParse(plain[from..end], out var under) && under > numeral.Value && !(end < plain.Length && plain[end] == '/'))
                return Math.Round(numeral.Value / under, 4);
        }
        else if (numeral.End + 2 < plain.Length && plain.Slice(numeral.End, 2) is "分之")
        {
            end = numeral.End + 2;
            var from = end;
            while (end < plain.Length && (Numeral.IsChinese(plain[end]) || char.IsAsciiDigit(plain[end])))
                end++;
            if (ChineseNumeral.Value(plain[from..end].ToString()) is { } over && numeral.Value > 0)
                return Math.Round(over / numeral.Value, 4);
        }
        end = numeral.End;
        return null;
    }
}
