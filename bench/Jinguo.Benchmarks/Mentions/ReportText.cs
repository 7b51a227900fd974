using System.Text;
using Jinguo.Office.Mentions;

namespace Jinguo.Benchmarks.Mentions;

/// <summary>Work reports of any length, made of our own sentences: headings, dates, lists, slogans and about one number in thirty letters.</summary>
internal static class ReportText
{
    private const int Seed = 20261122;

    private static readonly string[] Headings = ["加强阵地建设", "促进就业创业", "维护合法权益", "关爱困难家庭", "弘扬家庭文明", "夯实基层组织"];

    // # is a number, @ a small one in Chinese numerals, % a rate, & money in 万.
    private static readonly string[] Sentences =
    [
        "全年举办家政、刺绣、电商培训班#期，培训妇女#余人次，带动#名妇女就业，就业率达%。",
        "2026年3月8日，县妇联在文化广场开展“三八”维权周活动，发放宣传资料#份，接受咨询#人次。",
        "一是抓好阵地。全县#个村（社区）建成“妇女之家”#个，覆盖率%，其中示范点@个。",
        "二是抓好队伍。选配村妇联主席#名、副主席#名，执委#人，女性进“两委”比例达到%。",
        "争取小额担保贷款&万元，扶持#户妇女创业，户均增收#元，同比增长%。",
        "三是做好关爱。走访慰问困难妇女儿童近#人，发放慰问金约&万元，送去棉被#床、书包#个。",
        "上半年共接待来信来访来电#件（次），办结#件，办结率%，比去年同期下降%。",
        "组织巾帼志愿者#名，成立服务队@支，开展环境整治、敬老助残等活动#场次。",
        "根据《关于做好2026年妇女工作的意见》（云妇字〔2026〕12号）要求，各级妇联进一步统一思想，扎实推进各项工作。",
        "东山镇培训妇女#人，河西镇培训妇女#人，桃源村#户家庭参加“最美家庭”评选，评出国家级@户、市级#户。",
        "免费“两癌”检查#人，检出宫颈癌@例、乳腺癌@例，救助贫困患者#人，每人1万元。",
        "截至10月底，完成全年任务的%，在全市综合考评中排名第三，获得“先进集体”称号。",
        "各级妇联干部深入村组，听取群众意见，把实事办到妇女群众的心坎上，受到社会各界好评。",
        "建筑面积#平方米的县妇女儿童活动中心投入使用，总投资&万元，惠及#多个家庭、三分之二的乡镇。",
        "“十四五”期间，妇女进村民代表会议的比例由35.2%提高到%，提高@个百分点。",
        "力争到2027年底，培训新型女农民#人次以上，创建巾帼示范基地@个，网上销售额突破&万元。",
        "围绕“五个一”活动，开展讲座#场、竞赛@场、文艺演出@场，参与群众达&万人次。",
        "会议由她主持，县委、县政府有关领导出席，各乡镇、街道妇联主席和机关全体干部参加了会议。",
    ];

    /// <summary>A text of about so many bytes of UTF-8: not less, and at most one sentence more.</summary>
    public static string OfBytes(int bytes) => Build(text => Encoding.UTF8.GetByteCount(text), bytes);

    /// <summary>A text of about so many letters.</summary>
    public static string OfLetters(int letters) => Build(text => text.Length, letters);

    private static string Build(Func<string, int> size, int wanted)
    {
        var dice = new Random(Seed);
        var text = new StringBuilder();
        for (var (built, sentence) = (0, 0); built < wanted; sentence++)
        {
            var next = sentence % Sentences.Length == 0
                ? $"\n{ChineseNumeral.Of(sentence / Sentences.Length % 10 + 1)}、{Headings[sentence / Sentences.Length % Headings.Length]}\n"
                : "";
            next += Filled(Sentences[sentence % Sentences.Length], dice);
            built += size(next);
            text.Append(next);
        }
        return text.ToString();
    }

    private static string Filled(string sentence, Random dice)
    {
        var text = new StringBuilder();
        foreach (var letter in sentence)
            _ = letter switch
            {
                '#' => text.Append(FigureText.Exact(dice.Next(2, 20) * dice.Next(1, 400))),
                '@' => text.Append(ChineseNumeral.Of(dice.Next(2, 60))),
                '%' when text[^1] is not (>= '0' and <= '9') => text.Append(dice.Next(10, 1000) / 10m).Append('%'),
                '&' => text.Append(dice.Next(10, 90_000) / 100m),
                _ => text.Append(letter),
            };
        return text.ToString();
    }
}
