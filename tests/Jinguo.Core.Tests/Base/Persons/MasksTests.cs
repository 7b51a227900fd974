using Jinguo.Core.Base.Persons;

namespace Jinguo.Core.Tests.Base.Persons;

/// <summary>脱敏 (domain-rules §10.3).</summary>
public sealed class MasksTests
{
    [Theory]
    [InlineData("张某", "张*")]
    [InlineData("张某某", "张**")]
    [InlineData("欧阳某某", "欧阳**")]
    [InlineData("欧阳某", "欧阳*")]
    [InlineData("司某", "司*")]
    [InlineData("张", "张*")]
    [InlineData("𠮷某某", "𠮷**")]
    [InlineData("张某某、欧阳某某", "张**、欧阳**")]
    public void AName_KeepsItsSurname(string name, string masked) => Assert.Equal(masked, Masks.Name(name));

    [Theory]
    [InlineData("张小某", "张某某")]
    [InlineData("欧阳小某", "欧阳某某")]
    [InlineData("张小某、李小某", "张某某、李某某")]
    public void AChild_IsToldByItsSurname(string name, string masked) => Assert.Equal(masked, Masks.Child(name));

    [Theory]
    [InlineData("11010519491231002X", "110105********002X")]
    [InlineData("11010519491231002X、440524188001010014", "110105********002X、440524********0014")]
    public void AnIdNumber_LosesItsDayOfBirth(string number, string masked) => Assert.Equal(masked, Masks.IdNumber(number));

    [Theory]
    [InlineData("13800001234", "138****1234")]
    [InlineData("037166661234", "037*****1234")]
    [InlineData("66661234", "****1234")]
    public void APhoneNumber_LosesItsMiddle(string number, string masked) => Assert.Equal(masked, Masks.Phone(number));

    [Theory]
    [InlineData("云川市安和县东山镇大河村三组12号", "云川市安和县东山镇大河村****")]
    [InlineData("云川市城关街道文化社区5号楼301", "云川市城关街道文化社区****")]
    [InlineData("大河村", "大河村")]
    [InlineData("人民路128号4单元", "人民路12****")]
    public void AnAddress_EndsAtTheVillage(string address, string masked) => Assert.Equal(masked, Masks.Address(address));

    [Fact]
    public void AnAccount_KeepsFour() => Assert.Equal("****5678", Masks.Account("6222021234565678"));

    [Theory]
    [InlineData("身份证11010519491231002X，电话13800001234。", "身份证110105********002X，电话138****1234。")]
    [InlineData("共20261122笔，编号99110105194912310021", "共20261122笔，编号99110105194912310021")]
    public void NumbersWithinAText_AreMasked(string text, string masked) => Assert.Equal(masked, Masks.InText(text));

    [Theory]
    [InlineData("11010519491231002X", true)]
    [InlineData("她的证号是11010519491231002X。", true)]
    [InlineData("110105194912310021", false)]
    [InlineData("编号110105", false)]
    public void AnIdNumberWithinAText_IsSeen(string text, bool has) => Assert.Equal(has, Masks.HasIdNumber(text));
}
