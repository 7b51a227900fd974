using Jinguo.Core.Base.Organisations;

namespace Jinguo.Core.Tests.Base.Organisations;

public sealed class OrganisationPathTests
{
    [Theory]
    [InlineData("/14/", true)]
    [InlineData("/14/2/", false)]
    [InlineData("/1/2/3/", false)]
    public void OnlyABodyWithNoneAboveIt_IsARoot(string path, bool isRoot) => Assert.Equal(isRoot, OrganisationPath.IsRoot(path));
}
