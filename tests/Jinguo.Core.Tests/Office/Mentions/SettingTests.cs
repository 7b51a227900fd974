using System.Globalization;
using Jinguo.Office.Mentions;
using Jinguo.Testing;

namespace Jinguo.Core.Tests.Office.Mentions;

/// <summary>The time and place that a sentence names for its numbers, and the numerals that state none.</summary>
public sealed class SettingTests
{
    private const int ReportYear = 2026;

    private static readonly MentionReader Reader = new(MentionLexicon.Read(File.ReadAllText(RepositoryFolder.At("packs", "checking", "lexicon.json"))));

    [Theory]
    [InlineData("3月份培训120人。", "3月份 2026-03-01 2026-03-31")]
    [InlineData("3月8日，县妇联慰问15户。", "3月8日 2026-03-08 2026-03-08")]
    [InlineData("3月8日—10日走访15户。", "3月8日—10日 2026-03-08 2026-03-10")]
    [InlineData("3月8日至4月2日走访15户。", "3月8日至4月2日 2026-03-08 2026-04-02")]
    [InlineData("3月至5月开展宣讲12场。", "3月至5月 2026-03-01 2026-05-31")]
    [InlineData("1-6月，接待来访30件。", "1-6月 2026-01-01 2026-06-30")]
    [InlineData("3、4月份走访15户。", "3、4月份 2026-03-01 2026-04-30")]
    [InlineData("二月走访15户。", "二月 2026-02-01 2026-02-28")]
    [InlineData("5月中旬走访15户。", "5月中旬 2026-05-11 2026-05-20")]
    [InlineData("一季度培训3期。", "一季度 2026-01-01 2026-03-31")]
    [InlineData("第三季度培训3期。", "第三季度 2026-07-01 2026-09-30")]
    [InlineData("前三季度培训3期。", "前三季度 2026-01-01 2026-09-30")]
    [InlineData("前10个月培训3期。", "前10个月 2026-01-01 2026-10-31")]
    [InlineData("上半年培训3期。", "上半年 2026-01-01 2026-06-30")]
    [InlineData("截至10月底，建成12个。", "截至10月底 - 2026-10-31")]
    [InlineData("截止2025年底，建成12个。", "截止2025年底 - 2025-12-31")]
    [InlineData("今年以来，走访15户。", "今年以来 2026-01-01 -")]
    [InlineData("从7月份开始，走访15户。", "7月份开始 2026-07-01 -")]
    [InlineData("2015年来，走访15户。", "2015年来 2015-01-01 -")]
    [InlineData("自2019年成立以来，走访15户。", "2019年 2019-01-01 -")]
    [InlineData("去年培训3期。", "去年 2025-01-01 2025-12-31")]
    [InlineData("去年下半年培训3期。", "去年下半年 2025-07-01 2025-12-31")]
    [InlineData("明年培训3期。", "明年 2027-01-01 2027-12-31")]
    [InlineData("2025年培训3期。", "2025年 2025-01-01 2025-12-31")]
    [InlineData("2025年度培训3期。", "2025年度 2025-01-01 2025-12-31")]
    [InlineData("二〇二五年三月培训3期。", "二〇二五年三月 2025-03-01 2025-03-31")]
    [InlineData("2024年2月培训3期。", "2024年2月 2024-02-01 2024-02-29")]
    [InlineData("2021-2025年培训30期。", "2021-2025年 2021-01-01 2025-12-31")]
    [InlineData("2019年至2021年培训30期。", "2019年至2021年 2019-01-01 2021-12-31")]
    [InlineData("“十三五”期间培训30期。", "“十三五”期间 2016-01-01 2020-12-31")]
    [InlineData("6月底前完成12个。", "6月底前 - 2026-06-30")]
    [InlineData("参训率由2024年的85%提高。", "2024年 2024-01-01 2024-12-31")]
    public void ATime_IsReadWithItsFirstAndLastDay(string text, string told) => Assert.Equal(told, Told(Assert.Single(Reader.Read(text)).Period));

    [Theory]
    [InlineData("培训妇女300人。")]
    [InlineData("比上年增加3期。")]
    [InlineData("每年培训3期，每月走访2户。")]
    [InlineData("50岁以上年龄的有12人。")]
    [InlineData("3个月内走访15户。")]
    [InlineData("对2026年的工作提出3点意见。")]
    [InlineData("学习《妇女发展规划（2021-2030年）》，培训3期。")]
    [InlineData("2012级学生3人，90年代建成5所。")]
    public void WhereNoTimeIsNamed_ThereIsNone(string text) => Assert.All(Reader.Read(text), read => Assert.Null(read.Period));

    [Fact]
    public void ATime_HoldsOn_UntilAnotherIsNamed_OrTheSentenceEnds()
    {
        var read = Reader.Read("2025年3月培训2期，走访8户；5月：培训3期、讲座1场。全县现有妇女之家12个。");
        Assert.Equal(["2025年3月", "2025年3月", "5月", "5月", null], read.Select(one => one.Period?.Text));
        Assert.Equal(new DateOnly(2025, 5, 1), read[2].Period!.In(ReportYear).First);
    }

    [Fact]
    public void WhatIsComparedWith_IsNotTheTimeOfWhatFollows()
    {
        var read = Reader.Read("上半年接待126件，比去年同期的105件增长20%，满意率98%。");
        Assert.Equal(["上半年", "去年同期", "上半年", "上半年"], read.Select(one => one.Period?.Text));
        Assert.True(read[1].Period!.IsSamePeriod);
        Assert.Equal((new DateOnly(2025, 1, 1), new DateOnly(2025, 6, 30)), read[1].Period!.In(ReportYear));
    }

    [Theory]
    [InlineData("东山镇培训12期。", "东山镇")]
    [InlineData("在桃源村举办讲座2场。", "桃源村")]
    [InlineData("县妇联走访15户。", "县妇联")]
    [InlineData("今年以来，全市共培训12期。", "全市")]
    [InlineData("2025年全县培训12期。", "全县")]
    [InlineData("其中东山镇12期。", "东山镇")]
    [InlineData("我镇现有妇女1200人。", "我镇")]
    [InlineData("城关街道妇联慰问15户。", "城关街道妇联")]
    [InlineData("南溪县东山镇桃源村建成微家3个。", "南溪县东山镇桃源村")]
    [InlineData("阳光社区：志愿者25人。", "阳光社区")]
    public void APlace_ThatTheClauseBelongsTo_IsAsWritten(string text, string place) => Assert.Equal(place, Assert.Single(Reader.Read(text)).Place?.Text);

    [Theory]
    [InlineData("组织东山镇妇女参加，共300人。")]
    [InlineData("建设美丽乡村12个。")]
    [InlineData("创建平安社区3个、示范村5个。")]
    [InlineData("深入农村走访15户。")]
    [InlineData("街道妇联42个、村妇联146个。")]
    [InlineData("开展城乡共建，结对3个。")]
    [InlineData("接受省、市检查3次。")]
    [InlineData("东山镇、河西镇、南坪镇分别完成12个、8个、5个。")]
    public void WordsThatOnlyEndLikeAPlace_AreNone(string text) => Assert.All(Reader.Read(text), read => Assert.Null(read.Place));

    [Fact]
    public void APlace_HoldsOn_UntilAnotherIsNamed_OrTheSentenceEnds() =>
        Assert.Equal(["东山镇", "东山镇", "桃源村", "桃源村", null], Reader.Read("东山镇培训12期，走访8户；桃源村：培训3期、讲座1场。慰问5户。").Select(one => one.Place?.Text));

    [Theory]
    [InlineData("2026年3月8日上午9时30分开会。", "2026年3月8日上午9时30分 Date")]
    [InlineData("3月8日、4月2日开会。", "3月8日 Date; 4月2日 Date")]
    [InlineData("9:00—11:30开会。", "9:00—11:30 Date")]
    [InlineData("云妇字〔2026〕12号文件。", "2026〕12号 Code")]
    [InlineData("电话0771-5678901。", "0771-5678901 Code")]
    [InlineData("12338热线。", "12338 Code")]
    [InlineData("第三届第 2 次会议。", "第三届第 2 次 Ordinal")]
    [InlineData("一、培训\n（二）走访", "一 ListNumber; 二 ListNumber")]
    [InlineData("一是培训；二是走访。", "一 ListNumber; 二 ListNumber")]
    [InlineData("“三八”节表彰五好家庭。", "三八 Name; 五好 Name")]
    [InlineData("推进一户一档。", "一户一档 Name")]
    [InlineData("《好案例100例》。", "100 Name")]
    [InlineData("进一步统一思想，一手抓培训。", "")]
    [InlineData("培训妇女300人。", "")]
    public void PlacesWithNumeralsThatStateNothing_AreToldWithTheirReason(string text, string told) =>
        Assert.Equal(told, string.Join("; ", Reader.ReadAll(text).Skipped.Select(place => $"{text[place.Start..place.End]} {place.Reason}")));

    private static string? Told(NamedPeriod? period) =>
        period is null ? null : $"{period.Text} {Day(period.In(ReportYear).First)} {Day(period.In(ReportYear).Last)}";

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "-";
}
