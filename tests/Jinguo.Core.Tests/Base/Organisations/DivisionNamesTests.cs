using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Organisations.Divisions;

namespace Jinguo.Core.Tests.Base.Organisations;

public sealed class DivisionNamesTests
{
    [Theory]
    [InlineData("3213", "宿迁市", "宿迁市妇联")]
    [InlineData("321311001", "幸福街道", "幸福街道妇联")]
    [InlineData("321311001", "额鲁特街道办事处", "额鲁特街道妇联")]
    [InlineData("321311101201", "芙蓉村村民委员会", "芙蓉村妇联")]
    [InlineData("321311101201", "凤鸣村民委员会", "凤鸣村妇联")]
    [InlineData("321311101201", "兴国村委会", "兴国村妇联")]
    [InlineData("321311101201", "兴国村村委会", "兴国村妇联")]
    [InlineData("321311101001", "马场社区居民委员会", "马场社区妇联")]
    [InlineData("321311101001", "马场社区居委会", "马场社区妇联")]
    [InlineData("321311101001", "马场居委会", "马场社区妇联")]
    [InlineData("321311101001", "怀德社区", "怀德社区妇联")]
    [InlineData("321311101201", "青阳沟村牧民委员会", "青阳沟村妇联")]
    [InlineData("321311101201", "哈图嘎查委员会", "哈图嘎查妇联")]
    [InlineData("321311101201", "哈图嘎查村民委员会", "哈图嘎查妇联")]
    [InlineData("321311101501", "五连生活区", "五连生活区妇联")]
    public void AFederation_IsNamedAfterThePlace(string code, string division, string federation) =>
        Assert.Equal(federation, DivisionNames.Federation(new(code, division)));

    [Theory]
    [InlineData("1101", "市辖区", "北京市", true)]
    [InlineData("5002", "县", "重庆市", true)]
    [InlineData("4290", "省直辖县级行政区划", "湖北省", true)]
    [InlineData("6590", "自治区直辖县级行政区划", "新疆维吾尔自治区", true)]
    [InlineData("441900", "东莞市", "东莞市", true)]
    [InlineData("460205100", "海棠区直辖村级区划", "海棠区", true)]
    [InlineData("321311451498", "产业园虚拟社区", "产业园", true)]
    [InlineData("4201", "武汉市", "湖北省", false)]
    [InlineData("429004", "仙桃市", "省直辖县级行政区划", false)]
    [InlineData("350527000", "金门县", "金门县", true)]
    [InlineData("350527000000", "金门县", "金门县", true)]
    [InlineData("110101", "东城区", "市辖区", false)]
    public void ALevelThatDoesNotExist_IsRecognised(string code, string name, string above, bool isPlaceholder) =>
        Assert.Equal(isPlaceholder, DivisionNames.IsPlaceholder(new(code, name), above));

    [Fact]
    public void ShippedDivisions_SkipLevelsThatDoNotExist()
    {
        Assert.Equal(31, ShippedDivisions.Below(null).Count);
        Assert.Contains(ShippedDivisions.Below("11"), division => division is { Code: "110101", Name: "东城区" });
        Assert.Contains(ShippedDivisions.Below("42"), division => division.Name == "仙桃市");
        Assert.Contains(ShippedDivisions.Below("42"), division => division.Name == "武汉市");
        Assert.Contains(ShippedDivisions.Below("50"), division => division.Name == "城口县");
        Assert.Empty(ShippedDivisions.Below("4419"));
        Assert.DoesNotContain(ShippedDivisions.All.Where(division => division.Level == Level.Province), division => ShippedDivisions.Below(division.Code).Count == 0);
    }
}
