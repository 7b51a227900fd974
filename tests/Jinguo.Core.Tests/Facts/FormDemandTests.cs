using Jinguo.Core.Base.Forms;
using Jinguo.Core.Facts;

namespace Jinguo.Core.Tests.Facts;

public class FormDemandTests
{
    private static readonly Measure[] Measures =
    [
        Counted("training.sessions", "培训期数", "期", "培训班期数", "举办培训班"),
        Counted("training.participants", "培训人次", "人次", "受训妇女", "参训人次"),
        Counted("visits.households", "走访户数", "户", "慰问家庭"),
        Counted("grants.money", "发放救助金", "元", "救助金额"),
        Counted("law.audience", "普法受众人次", "人次"),
        Counted("venue.count", "妇女之家数", "个", "妇女之家"),
    ];

    [Theory]
    [InlineData("培训人次", "人次", "SameName training.participants")]
    [InlineData(" 培训人次（人）", "人", "SameName training.participants")]
    [InlineData("其中：培训人次", "人次", "SameObject training.participants")]
    [InlineData("受训妇女", "人", "Synonym training.participants")]
    [InlineData("本年度举办培训班期数", "期", "SameObject training.sessions")]
    [InlineData("开展培训场次", "场", "SameObject training.sessions")]
    [InlineData("妇女培训人数", "人", "SameObject training.participants")]
    [InlineData("走访慰问户数", "户", "SameObject visits.households")]
    [InlineData("发放救助金额", "元", "SameObject grants.money")]
    [InlineData("妇女之家个数", "所", "SameObject venue.count")]
    [InlineData("培训人次", "期", "SameObject training.sessions")]
    [InlineData("培训经费", "元", "")]
    [InlineData("结对妈妈人数", "人", "")]
    [InlineData("其中妇女", "人次", "")]
    [InlineData("满意度", "分", "")]
    [InlineData("数", "个", "")]
    public void AThingAsked_IsFound_WhereNameOrUnitAndObjectSaySo(string name, string unit, string found) =>
        Assert.Equal(found, string.Join(';', FormDemand.Find(new("x", name, unit, null), Measures).Select(held => $"{held.Reason} {held.Measure}")));

    [Fact]
    public void AThingThatCountsTowardsAMeasure_IsThatMeasure_WhateverItsName() =>
        Assert.Equal("计入的就是“培训人次”", FormDemand.Find(new("x", "到场", "人", "training.participants"), Measures)[0].Text);

    [Theory]
    [InlineData("本年举办培训班期数", "培训班")]
    [InlineData("累计共开展活动次数", "活动")]
    [InlineData("人数", "人数")]
    [InlineData("Ａ级 家庭（户）", "A级家庭")]
    public void TheThingCounted_IsTheNameWithoutWhenAndHow(string name, string thing) => Assert.Equal(thing, AskedWords.Thing(name));

    [Fact]
    public void AFormThatAsksMostOfARecordType_IsAlikeIt_AndItsOtherFieldsAreHeldThere()
    {
        var training = Type("training", "妇女培训", Text("topic", "培训内容", "班名"), Text("place", "地点"), Text("teacher", "授课老师"));
        var visits = Type("visits", "走访", Text("place", "地点"), Text("who", "对象"));

        var finding = FormDemand.Find([Text("a", "班名"), Text("b", "地点"), Text("c", "学员评价")], [], Measures, [visits, training]);

        Assert.Equal("妇女培训", finding.Alike!.Name);
        Assert.Equal(["台账“妇女培训”里已经填“培训内容”", "台账“妇女培训”里已经填“地点”"], finding.AlreadyHeld.Select(demand => demand.Held[0].Text));
        Assert.Equal(["学员评价"], finding.New.Select(demand => demand.Asked.Name));
    }

    [Fact]
    public void AFormAboutSomethingElse_SharesADayAndAPlace_AndIsAlikeNothing()
    {
        var training = Type("training", "妇女培训", Text("topic", "培训内容"), Text("place", "地点"));
        var finding = FormDemand.Find([new("day", "日期", FieldType.Date), Text("a", "地点"), Text("b", "见证人"), Text("c", "调解结果")], [], Measures, [training]);
        Assert.Null(finding.Alike);
        Assert.Empty(finding.AlreadyHeld);
    }

    private static Field Text(string code, string name, params string[] synonyms) => new(code, name, FieldType.Text) { Synonyms = synonyms };

    private static RecordType Type(string code, string name, params Field[] fields) =>
        new(code, name, "", RecordKind.Event, CountsWhen.Saved, SentencePiece.TryParse("—", null, out var piece, out _) ? piece : null!, [], fields, [], [], [], null);

    private static Measure Counted(string code, string name, string unit, params string[] synonyms) =>
        new() { Code = code, Name = name, Unit = unit, Kind = MeasureKind.Flow, Pack = "work", Group = "工作", Synonyms = [.. synonyms] };
}
