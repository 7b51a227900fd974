using Jinguo.Core.Base.Organisations;

namespace Jinguo.Core.Tests.Base.Organisations;

public sealed class PinyinInitialsTests
{
    [Theory]
    [InlineData("东山镇妇联", "dszfl")]
    [InlineData("云川市妇联", "ycsfl")]
    [InlineData("绿水嗯", "lsn")]
    [InlineData("重庆市妇联", "cqsfl")]
    [InlineData("东莞市妇联", "dgsfl")]
    [InlineData("广东省东莞市", "gdsdgs")]
    [InlineData("西藏自治区", "xzzzq")]
    [InlineData("第3社区（A座）", "d3sqaz")]
    [InlineData("", "")]
    public void Initials_AreThoseOfTheUsualReading(string name, string initials) => Assert.Equal(initials, PinyinInitials.Of(name));

    [Fact]
    public void Initials_AreKnownForAllCommonCharacters()
    {
        var common = Enumerable.Range(0x4E00, 0x9FA5 - 0x4E00 + 1).Select(code => ((char)code).ToString());
        Assert.True(common.Count(character => PinyinInitials.Of(character).Length == 1) > 20_700);
    }
}
