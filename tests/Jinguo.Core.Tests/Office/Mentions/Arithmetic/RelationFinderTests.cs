using System.Text.Json;
using Jinguo.Office.Mentions;
using Jinguo.Office.Mentions.Arithmetic;
using Jinguo.Testing;

namespace Jinguo.Core.Tests.Office.Mentions.Arithmetic;

public sealed class RelationFinderTests
{
    private static readonly MentionReader Reader = new(MentionLexicon.Read(File.ReadAllText(RepositoryFolder.At("packs", "checking", "lexicon.json"))));

    [Theory]
    [InlineData("共接待群众120件次，其中来信20件，来电75件次。", "其中20件＋75件次＝95件次，不超过120件次")]
    [InlineData("共接待群众120件次，其中来信50件，来电75件次。", "✗ 其中50件＋75件次＝125件次，超过了120件次")]
    [InlineData("全年举办培训3期、5期、2期，共10期。", "3期＋5期＋2期＝10期")]
    [InlineData("家政班3期、刺绣班5期，共9期。", "✗ 3期＋5期＝8期，文中是9期")]
    [InlineData("善款2.5万元，由三笔组成：企业捐1万元，个人捐8000元，义卖7000元。", "1万元＋8000元＋7000元＝2.5万元")]
    [InlineData("善款2.6万元，由三笔组成：企业捐1万元，个人捐8000元，义卖7000元。", "✗ 1万元＋8000元＋7000元＝2.5万元，文中是2.6万元")]
    [InlineData("年产值1.2亿元，其中加工0.8亿元，销售0.4万元。", "✗ 8000万元＋4000元＝8000.4万元，不是1.2亿元；单位看成一样就正好，像是“万”“亿”写错了")]
    [InlineData("培训妇女500人次，其中家政200人，电商300人。", "200人＋300人＝500人次，总数是人次，分项里有人")]
    [InlineData("培训妇女500人次，其中家政200人，电商300人次。", "✗ 200人＋300人次＝500人次，总数是人次，分项里有人、人次")]
    public void Parts_AddUpToTheirTotal(string text, string told) => Assert.Contains(told, Told(text));

    [Theory]
    [InlineData("应检1000人，实检930人，检查率为93%。", "930人÷1000人＝93.0%")]
    [InlineData("应检1000人，实检930人，检查率为95%。", "✗ 930人÷1000人＝93.0%，文中是95%")]
    [InlineData("参加的有4500户，占总户数5000户的90%。", "4500户÷5000户＝90.0%")]
    [InlineData("参加的有4500户，占总户数5000户的95%。", "✗ 4500户÷5000户＝90.0%，文中是95%")]
    [InlineData("办班60期，比去年的50期增长20%。", "（60期－50期）÷50期＝20.0%")]
    [InlineData("办班60期，比去年的50期增长25%。", "✗ （60期－50期）÷50期＝20.0%，文中是25%")]
    [InlineData("信访40件，比上年的50件下降20%。", "（40件－50件）÷50件＝-20.0%")]
    [InlineData("执委80名中，党员60名，占75%；大专以上20名，占25%；女企业家8名，占10%；教师5名，占6.5%。", "✗ 5名÷80名＝6.3%，文中是6.5%")]
    [InlineData("执委80名中，党员60名，占75%；大专以上20名，占25%；女企业家8名，占10%。", "8名÷80名＝10.0%")]
    public void Rates_AndGrowth_AgreeWithTheirCounts(string text, string told) => Assert.Contains(told, Told(text));

    [Theory]
    [InlineData("慰问15户困难家庭，发放4500元（每户300元）。", "15户×300元＝4500元")]
    [InlineData("慰问15户困难家庭，发放5000元（每户300元）。", "✗ 15户×300元＝4500元，文中是5000元")]
    [InlineData("全村500人，耕地1000亩，人均耕地2亩。", "1000亩÷500人＝2亩")]
    [InlineData("全村500人，耕地1000亩，人均耕地3亩。", "✗ 1000亩÷500人＝2亩，文中是3亩")]
    [InlineData("全村500人，耕地1000亩，人均耕地不足2.1亩。", "1000亩÷500人＝2亩")]
    public void SoManyTimesSoMuch_MakesTheTotal(string text, string told) => Assert.Contains(told, Told(text));

    [Theory]
    [InlineData("抓好三个方面。一是培训，二是维权，三是关爱。", "列了3条，与“三个”相符")]
    [InlineData("抓好四个方面。一是培训，二是维权，三是关爱。", "✗ 说是“四个”，只列了3条")]
    [InlineData("表彰了县医院、县一小、税务局，共3个单位。", "文中列出3个，说是3个")]
    [InlineData("表彰了县医院、县一小、税务局，共5个单位。", "✗ 文中列出3个，说是5个")]
    public void AnAnnouncedList_HasAsManyItems(string text, string told) => Assert.Contains(told, Told(text));

    [Theory]
    [InlineData("组织200名志愿者上门。这200名志愿者走访了全村。", "“志愿者走访了全村”两处都是200名")]
    [InlineData("组织200名志愿者上门。这220名志愿者走访了全村。", "✗ “志愿者走访了全村”一处是200名，一处是220名")]
    [InlineData("现有妇女300人，接受检查280人。", "280人不超过300人")]
    [InlineData("现有妇女300人，接受检查320人。", "✗ 320人超过了300人")]
    [InlineData("2024年是“十四五”规划的关键一年。", "“十四五”是2021年到2025年，文中说2024年")]
    [InlineData("2026年是“十四五”规划的关键一年。", "✗ “十四五”是2021年到2025年，文中说2026年")]
    public void TheSameThing_AndItsLimits_AreTheSameEverywhere(string text, string told) => Assert.Contains(told, Told(text));

    [Theory]
    [InlineData("举办培训36期，培训妇女2750人次，发放资料1.2万份。")]
    [InlineData("慰问困难妇女85人，发放慰问金4.3万元，帮助就业120人。")]
    [InlineData("全县12个乡镇、148个村，妇女之家覆盖率98.6%。")]
    [InlineData("一月走访30户，二月走访45户，三月走访28户。")]
    [InlineData("县级培训200人次，镇级培训300人次，满意率达99%。")]
    [InlineData("评出一等奖3名、二等奖6名、三等奖10名。")]
    [InlineData("走访困难家庭等5户，为3个村、2个社区送去书籍。")]
    [InlineData("比去年多办5期，增长12%，受益妇女400人次。")]
    [InlineData("每季度1次，全年4次，每次50人参加，发放资料600份。")]
    [InlineData("现有执委31人，其中主席1人、副主席4人。")]
    [InlineData("募集善款近50万元，其中企业捐赠30余万元、个人捐赠15万余元。")]
    [InlineData("参训150余人，其中女村干部60多人。")]
    [InlineData("为38位患者每人发放1万元，共38万元。")]
    [InlineData("第一季度接待45件次，第二季度接待52件次，上半年共接待97件次。")]
    [InlineData("全县有妇联干部56人，其中女党员40人，大专以上学历30人。")]
    [InlineData("救助困难妇女120人，其中单亲母亲40人、两癌患者50人、残疾妇女60人。")]
    [InlineData("现有执委31人，走访慰问困难妇女300人。")]
    [InlineData("现有儿童30人，走访老人50人。")]
    [InlineData("表彰了县医院、县一小和税务局，共3个单位。")]
    [InlineData("开展法律、心理、家教、健康等3场讲座。")]
    [InlineData("新建省级“妇女之家”10个，新建省级“妇女微家”20个。")]
    [InlineData("评选市级“最美家庭”12户，评选市级“最美家庭”标兵3户。")]
    [InlineData("完成三项任务。工作中，一是抓培训，二是抓维权。")]
    [InlineData("抓好四个方面。一是培训，二是维权，三要关爱，四要宣传。")]
    [InlineData("12个乡镇分别建立妇女之家15个、儿童之家10个。")]
    [InlineData("覆盖12个镇，包括158个村、23个社区。")]
    [InlineData("县级2个、市级3个，全县共20个。")]
    [InlineData("接待来访45件、调解纠纷30件，比去年的50件下降10%。")]
    [InlineData("共收到捐款8万多元，每名资助550元，其中受助女童57名。")]
    [InlineData("支出3347万元，月人均补助140元；农村低保5349人，支出3555万元，月人均补差56元。")]
    [InlineData("走访15户，送去慰问金每户300元和慰问品每户200元，合计7500元。")]
    [InlineData("应检妇女5000人，实检4600人，检出患病120例，检查率92%，检出率2.6%。")]
    public void WhatMayWellBeRight_IsNoFinding(string text) => Assert.DoesNotContain(Told(text), told => told[0] == '✗');

    [SharedFact]
    public void TheSentencesOfTheGoldStandard_AreJudgedAsTheirReaderDid()
    {
        foreach (var line in File.ReadLines(SharedFolder.At("gold", "sentences.jsonl")))
        {
            var gold = JsonDocument.Parse(line).RootElement;
            var (text, holds) = (gold.GetProperty("text").GetString()!, gold.GetProperty("holds").GetBoolean());
            var found = Find(text);
            Assert.True(found.Any(relation => relation.Holds == holds) && (!holds || found.All(relation => relation.Holds)), $"{gold.GetProperty("id")}: {string.Join("; ", Told(text))}");
        }
    }

    [SharedFact]
    public void TheReportsOfTheGoldStandard_GiveNoFalseAlarm()
    {
        var wrong = File.ReadLines(SharedFolder.At("gold", "relations.jsonl")).Select(line => JsonDocument.Parse(line).RootElement)
            .Where(gold => !gold.GetProperty("holds").GetBoolean())
            .Select(gold => (Doc: gold.GetProperty("doc").GetString()!, First: gold.GetProperty("spans")[0][0].GetInt32())).ToHashSet();
        var told = Directory.EnumerateFiles(SharedFolder.At("seeds")).Order(StringComparer.Ordinal)
            .SelectMany(path => Find(File.ReadAllText(path)).Where(relation => !relation.Holds).Select(relation => (Doc: Path.GetFileName(path), First: relation.Spans[0].Start))).ToList();
        Assert.NotEmpty(told);
        Assert.All(told, one => Assert.Contains(wrong, gold => gold.Doc[..3] == one.Doc[..3] && gold.First == one.First));
    }

    private static IReadOnlyList<Relation> Find(string text) => RelationFinder.Find(text, Reader.Read(text));

    private static IReadOnlyList<string> Told(string text) => [.. Find(text).Select(relation => (relation.Holds ? "" : "✗ ") + relation.Why)];
}
