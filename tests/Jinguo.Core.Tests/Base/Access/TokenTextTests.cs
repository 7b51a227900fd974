using Jinguo.Core.Base.Access;

namespace Jinguo.Core.Tests.Base.Access;

public sealed class TokenTextTests
{
    [Fact]
    public void AText_NamesItsKey_AndIsRightForItsOwnHashAlone()
    {
        var id = Guid.CreateVersion7();
        var (text, other) = (TokenText.New(id), TokenText.New(id));
        Assert.Equal(id, TokenText.IdOf(text));
        Assert.True(TokenText.IsRight(text, TokenText.Hash(text)));
        Assert.False(TokenText.IsRight(other, TokenText.Hash(text)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("jg_")]
    [InlineData("jg_00000000000000000000000000000001")]
    [InlineData("jg_0000000000000000000000000000000x_secret")]
    [InlineData("xx_00000000000000000000000000000001_secret")]
    public void WhatIsNoText_HasNoKey(string text) => Assert.Null(TokenText.IdOf(text));

    [Fact]
    public void ATokenLimitsItsActor_AndGivesNothingSheLacks()
    {
        var officer = new Actor(Guid.NewGuid(), "张某某", 1, 0, "/1/", [new(Role.Officer, RoleScope.Subtree)]);
        var program = officer with { Token = new("一表通", System.Collections.Frozen.FrozenSet.Create(Right.FigureRead, Right.LedgerReview)) };
        Assert.True(officer.Has(Right.LedgerWrite) && program.Has(Right.FigureRead));
        Assert.False(program.Has(Right.LedgerWrite) || program.May(Right.LedgerWrite, "/1/"));
        Assert.False(program.Has(Right.LedgerReview));
        Assert.Equal(RoleScope.Subtree, program.Reach(Right.FigureRead));
    }

    [Fact]
    public void NoToken_PassesOnWhatNoneMayHave_WhateverStandsInItsRow()
    {
        var chair = new Actor(Guid.NewGuid(), "张某某", 1, 0, "/1/", [new(Role.Chair, RoleScope.Subtree)]);
        var program = chair with { Token = new("一表通", [.. Enum.GetValues<Right>()]) };
        Assert.Equal([Right.CaseSupervise, Right.PersonReveal], Enum.GetValues<Right>().Where(right => chair.Has(right) && !program.Has(right)).OrderBy(right => $"{right}", StringComparer.Ordinal));
        Assert.Equal("token.rights.not-for-tokens", Assert.Single(TokenChecks.Check(new("热线", "zhang", 1, [Right.CaseHandle, Right.CaseSupervise], 9), [Role.Chair])).Code);
    }

    [Fact]
    public void Checks_NameEachRightThatCannotBeGiven()
    {
        var problems = TokenChecks.Check(new(" ", "zhang", 1, [Right.FigureRead, Right.LedgerReview, Right.AccountManage, Right.PersonReveal], 0), [Role.Officer]);
        Assert.Equal(["token.name", "token.days", "token.rights.not-for-tokens", "token.rights.not-for-tokens", "token.rights.not-held"], problems.Select(problem => problem.Code));
    }
}
