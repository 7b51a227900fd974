namespace Jinguo.Office.Mentions;

/// <summary>
/// Reads the numbers that a report states: their value, unit, words of approximation, what they count, and whether they are
/// a result. Dates, ordinals, list numbers, names of documents and programmes are none. Pure, and linear in the text.
/// </summary>
public sealed class MentionReader(MentionLexicon lexicon)
{
    private const int LongestTitle = 80;

    private readonly RankReader ranks = new(lexicon);
    private readonly ShareReader shares = new(lexicon);
    private readonly QuantityReader quantities = new(lexicon);

    /// <summary>The numbers of a text, in its order.</summary>
    public IReadOnlyList<Mention> Read(string text) => ReadAll(text).Mentions;

    /// <summary>The numbers of a text, and the places whose numerals state none, both in its order.</summary>
    public TextReading ReadAll(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        ReadOnlySpan<char> plain = PlainText.Of(text);
        var (found, skipped, setting) = (new List<Mention>(), new SkippedPlaces(), new Setting());
        // Where a clause begins, a place may be named; a title ends where nothing in it counts any more.
        var (at, head, titleEnd) = (0, 0, 0);
        while (at < plain.Length)
        {
            if (at == head && lexicon.PlaceLeads.LengthAt(plain, at) is > 0 and var leading)
                head = at += leading;
            if (at < plain.Length && at == head && PlaceReader.Read(text, plain, at, lexicon) is { } place)
            {
                // 东山镇、河西镇分别…: of several none is the number's.
                setting.Place = place.End < plain.Length && plain[place.End] is '、' ? null : place;
                at = head = place.End;
                continue;
            }
            if (at >= plain.Length)
                break;
            if (PeriodReader.Read(text, plain, at, setting.Period) is { } period)
            {
                if (at >= titleEnd)
                    setting.Name(period, plain);
                skipped.Add(plain, period.Start, period.End, SkippedReason.Date);
                at = head = period.End;
                continue;
            }
            if (!char.IsAsciiDigit(plain[at]) && !Numeral.IsChinese(plain[at]))
            {
                if (plain[at] is '。' or '！' or '？' or '!' or '?' or '\n' or '\r')
                    setting.EndSentence();
                else if (plain[at] is '《')
                    titleEnd = Math.Max(titleEnd, TitleEnd(plain, at));
                else if (lexicon.PlaceLeads.LengthAt(plain, at) is > 0 and var lead)
                    head = at + lead;
                if (Clause.IsEnd(plain[at]) || (plain[at] is ' ' && at == head))
                    head = at + 1;
                at++;
                continue;
            }
            if (Numeral.Read(plain, at, lexicon, out var next) is { } numeral)
            {
                var (reason, end) = ((SkippedReason?)null, numeral.End);
                if (at < titleEnd)
                    reason = SkippedReason.Name;
                else if (Mention(text, plain, numeral, found.Count > 0 ? found[^1] : null, out end, out reason) is { } mention)
                    found.Add(setting.Of(mention));
                next = Math.Max(next, end);
                if (reason is { } why)
                    next = Math.Max(next, Skip(plain, numeral, end, why, skipped));
                else if (found.Count > 0 && found[^1].End == next)
                    head = next;
            }
            at = next;
        }
        return new(found, skipped.All);
    }

    // The place is that of the whole name, and 一 in a word (进一步) is none.
    private int Skip(ReadOnlySpan<char> plain, Numeral numeral, int end, SkippedReason reason, SkippedPlaces skipped)
    {
        var start = numeral.Start;
        if (reason == SkippedReason.Name && lexicon.Names.Covers(plain, start, numeral.End, out var word))
            (start, end) = (word.Start, Math.Max(end, word.End));
        if (reason == SkippedReason.Name && plain[numeral.Start..numeral.End] is "一" && plain[start..end].Count('一') == 1)
            return end;
        return skipped.Add(plain, start, end, reason);
    }

    // 《关于表彰100名…的决定》: behind its last letter; where it does not close soon, it is none.
    private static int TitleEnd(ReadOnlySpan<char> plain, int at)
    {
        var reach = plain.Slice(at, Math.Min(LongestTitle, plain.Length - at));
        var end = reach.IndexOfAny('》', '\n');
        return end > 0 && reach[end] is '》' ? at + end : at;
    }

    private Mention? Mention(string text, ReadOnlySpan<char> plain, Numeral numeral, Mention? last, out int end, out SkippedReason? reason)
    {
        end = numeral.End;
        reason = NotAFigure.IsPartOfACode(plain, numeral, lexicon) ? SkippedReason.Code : NotAFigure.IsSpelled(plain, numeral) ? SkippedReason.Name : null;
        if (reason is not null)
            return null;
        if (ranks.Read(text, plain, numeral, last, out end) is { } rank)
            return rank;
        if ((reason = NotAFigure.Reason(plain, numeral)) is not null)
            return null;
        if (shares.Read(text, plain, numeral, out end) is { } share)
            return share;
        return quantities.Read(text, plain, numeral, last, out end, out reason);
    }
}
