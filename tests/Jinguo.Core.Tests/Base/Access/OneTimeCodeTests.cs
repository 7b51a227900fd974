using System.Text;
using Jinguo.Core.Base.Access;

namespace Jinguo.Core.Tests.Base.Access;

public sealed class OneTimeCodeTests
{
    private static readonly string Secret = OneTimeCode.Base32(Encoding.ASCII.GetBytes("12345678901234567890"));

    /// <summary>The vectors of RFC 6238, appendix B, by their last six digits.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_AreThoseOfTheStandard(long seconds, string code) =>
        Assert.Equal(code, OneTimeCode.Of(Secret, OneTimeCode.Step(DateTime.UnixEpoch.AddSeconds(seconds))));

    [Fact]
    public void ACode_IsTakenFromTheStepBeforeAndAfter_ButNotTwice_AndNoOlder()
    {
        var now = DateTime.UnixEpoch.AddSeconds(1_234_567_890);
        var step = OneTimeCode.Step(now);
        Assert.Equal([step - 1, step, step + 1], new[] { -1, 0, 1 }.Select(away => OneTimeCode.Check(Secret, OneTimeCode.Of(Secret, step + away), now, lastUsed: 0)));
        Assert.Null(OneTimeCode.Check(Secret, OneTimeCode.Of(Secret, step), now, lastUsed: step));
        Assert.Null(OneTimeCode.Check(Secret, OneTimeCode.Of(Secret, step - 2), now, lastUsed: 0));
        Assert.Null(OneTimeCode.Check(Secret, OneTimeCode.Of(Secret, step + 2), now, lastUsed: 0));
        Assert.Null(OneTimeCode.Check(Secret, null, now, lastUsed: 0));
        Assert.Equal(step, OneTimeCode.Check(Secret, OneTimeCode.Of(Secret, step).Insert(3, " "), now, lastUsed: 0));
    }

    [Theory]
    [InlineData("f", "MY")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Base32_IsThatOfTheStandard(string text, string coded) => Assert.Equal(coded, OneTimeCode.Base32(Encoding.ASCII.GetBytes(text)));
}
