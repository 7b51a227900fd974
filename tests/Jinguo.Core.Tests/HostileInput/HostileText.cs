using System.Text;

namespace Jinguo.Core.Tests.HostileInput;

/// <summary>Makes texts as nobody types them by intent: what work with numbers and days holds, and what breaks readers.</summary>
internal static class HostileText
{
    private static readonly string[] Pieces =
    [
        "0", "1", "9", "12", "１２", "1,200", "3.5", ".", "。", "-", "－", "+", "%", "％", "/", "、", "，", "；", "：", "(", ")", "（", "）", " ", "\u3000", "\t", "\r\n",
        "一", "两", "廿", "十", "百", "千", "万", "亿", "零", "〇", "半", "几", "余", "多", "近", "约", "不足", "超过", "以上", "左右", "来", "其中",
        "人", "人次", "户", "元", "万元", "亿元", "场", "件(次)", "分之", "百分之", "年", "月", "日", "号", "至", "上半年", "2009", "5月4日", "2024-02-30", "13月32日",
        "是", "否", "√", "女", "张某某", "妇联", "530381", "11010519491231002X", "13800000000", "*", "技能", "其他",
        "=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3", "<script>", "{{", "}}", "[", "]", "'", "\"", "\\", "$", "#", "..", "/../", "%00", "null", "NaN", "Infinity", "1e308",
        "\0", "\u0001", "\u001F", "\u007F", "\u200B", "\u200E", "\u202E", "\u2066", "\uFEFF", "\uFFFD", "\uFFFF", "\uD83D", "\uDE00", "😀", "𠮷", "e\u0301", "ﷺ", "İ", "ß",
        "99999999999999999999", "79228162514264337593543950336", "9223372036854775808", "participants", "women", "<=", "and", "or", "not", "filled(",
    ];

    static HostileText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>A short text of such pieces; one in fifty has 10,000 characters.</summary>
    internal static string Any(Random random)
    {
        var text = new StringBuilder();
        for (var pieces = random.Next(0, 12); pieces > 0; pieces--)
            text.Append(Pieces[random.Next(Pieces.Length)]);
        if (random.Next(50) == 0)
            text.Append(string.Concat(Enumerable.Repeat(Pieces[random.Next(Pieces.Length)], 10_000))[..10_000]);
        return text.ToString();
    }

    /// <summary>A CSV file of such cells, in one of the encodings that offices write.</summary>
    internal static byte[] Csv(Random random, IReadOnlyList<string> headings)
    {
        var text = new StringBuilder(string.Join(',', headings)).Append("\r\n");
        for (var rows = random.Next(1, 8); rows > 0; rows--)
            text.AppendJoin(',', headings.Select(_ => random.Next(3) == 0 ? Any(random) : $"\"{Any(random).Replace("\"", "\"\"", StringComparison.Ordinal)}\"")).Append('\n');
        Encoding[] encodings = [new UTF8Encoding(true), new UTF8Encoding(false), Encoding.GetEncoding("GB18030"), Encoding.Unicode];
        var encoding = encodings[random.Next(encodings.Length)];
        return [.. encoding.GetPreamble(), .. encoding.GetBytes(text.ToString())];
    }
}
