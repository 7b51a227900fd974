using Jinguo.Core.Base.Forms;
using Jinguo.Core.Records.Ledgers.Forms;

namespace Jinguo.Core.Tests.Records.Ledgers.Forms;

public class FormSheetTests
{
    [Theory]
    [InlineData("参加人次", "cjrc")]
    [InlineData("3月8日", "x3y8r")]
    [InlineData("Or", "xor")]
    [InlineData("———", "x")]
    public void ACode_IsMadeOfTheInitialsOfTheName(string name, string code) =>
        Assert.Equal(code, FormSheet.Empty("own-1-1", "表", isRegister: false).PutField(null, new(name, FieldType.Text), []));

    [Fact]
    public void TwoFieldsOfTheSameInitials_GetDifferentCodes()
    {
        var sheet = FormSheet.Empty("own-1-1", "表", isRegister: false);
        Assert.Equal(["dd", "dd2", "dd3"], new[] { "地点", "订单", "大队" }.Select(name => sheet.PutField(null, new(name, FieldType.Text), [])));
        Assert.Equal("mc2", sheet.PutField(null, new("名称", FieldType.Text), ["mc"]));
    }

    [Fact]
    public void AMovedField_TakesItsPlaceInTheEntryToo()
    {
        var sheet = FormSheet.Empty("own-1-1", "表", isRegister: false);
        sheet.PutField(null, new("地点", FieldType.Text) { InEntry = true }, []);
        sheet.PutField(null, new("内容", FieldType.Text) { InEntry = true }, []);
        sheet.Move("nr", up: true);
        sheet.Move("day", up: true);
        var pack = PackReader.Read([new("own-1-1.json", sheet.ToJson())]).Packs.Packs[0];
        Assert.Equal(["day", "nr", "dd"], pack.RecordTypes[0].Entry);
        Assert.Equal(["day", "nr", "dd"], pack.RecordTypes[0].Fields.Select(field => field.Code));
    }

    [Fact]
    public void AnOption_KeepsItsCodeWhileItKeepsItsName()
    {
        var sheet = FormSheet.Empty("own-1-1", "表", isRegister: false);
        var code = sheet.PutField(null, new("类别", FieldType.Choice) { Options = ["技能", "家政"] }, []);
        sheet.PutField(code, new("类别", FieldType.Choice) { Options = ["家政", "金融", "技能"] }, []);
        var type = PackReader.Read([new("own-1-1.json", sheet.ToJson())]).Packs.RecordTypes.Single();
        Assert.Equal(["jz 家政", "jr 金融", "jn 技能"], type.FindField(code)!.Options.Select(option => $"{option.Code} {option.Name}"));
    }

    [Theory]
    [InlineData("{日期}[在{地点}]讲{主题}，{人次#}人听。", "{day}[在{dd}]讲{zt}，{rc#}人听。")]
    [InlineData("{没有的}", "{没有的}")]
    public void ASentence_IsWrittenWithNames_AndStoredWithCodes(string written, string stored)
    {
        Field[] fields = [new("day", "日期", FieldType.Date), new("dd", "地点", FieldType.Text), new("zt", "主题", FieldType.Text), new("rc", "人次", FieldType.Number)];
        Assert.Equal(stored, FormWords.WithCodes(written, fields));
        Assert.Equal(written, FormWords.WithNames(stored, fields));
    }

    [Fact]
    public void ACopy_IsTheWholeTypeUnderANewCode()
    {
        var pack = Ledger.Pack;
        var copy = FormSheet.CopyOf("own-1-1", "本县培训", pack, "training");
        var reading = PackReader.Read(new("own-1-1.json", copy.ToJson()), PackReader.Read([new("work.json", pack)]).Packs);
        Assert.Empty(reading.Problems);
        var type = Assert.Single(reading.Pack!.RecordTypes);
        Assert.Equal(("own-1-1", "本县培训", 9), (type.Code, type.Name, type.Fields.Count));
    }
}
