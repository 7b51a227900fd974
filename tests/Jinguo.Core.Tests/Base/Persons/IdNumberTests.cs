using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Jinguo.Core.Base.Persons;

namespace Jinguo.Core.Tests.Base.Persons;

/// <summary>GB 11643-1999.</summary>
public sealed class IdNumberTests
{
    [Theory]
    [InlineData("11010519491231002X", "1949-12-31", Sex.Female)]
    [InlineData(" 110105 19491231 002x ", "1949-12-31", Sex.Female)]
    [InlineData("１１０１０５１９４９１２３１００２Ｘ", "1949-12-31", Sex.Female)]
    [InlineData("440524188001010014", "1880-01-01", Sex.Male)]
    public void ANumber_TellsBirthAndSex(string typed, string born, Sex sex)
    {
        Assert.True(IdNumber.TryParse(typed, out var number, out _));
        Assert.Equal((DateOnly.Parse(born, CultureInfo.InvariantCulture), sex), (number.BirthDate, number.Sex));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1101051949123100")]
    [InlineData("110105194912310021")]
    [InlineData("11010519491331002X")]
    [InlineData("1101051949123100AX")]
    public void AWrongNumber_IsRefused_AndNotRepeated(string typed)
    {
        Assert.False(IdNumber.TryParse(typed, out _, out var problem));
        Assert.NotEmpty(problem);
        Assert.True(typed.Length == 0 || !problem.Contains(typed, StringComparison.Ordinal));
    }

    [Fact]
    public void OneWrongDigit_IsAlwaysNoticed() => Prop.ForAll(
        (from day in Gen.Choose(0, 36_000) from order in Gen.Choose(0, 999) from place in Gen.Choose(0, 16) from other in Gen.Choose(1, 9) select (day, order, place, other)).ToArbitrary(),
        one =>
        {
            var first = $"330106{new DateOnly(1920, 1, 1).AddDays(one.day):yyyyMMdd}{one.order:000}";
            var right = first + IdNumber.CheckDigit(first);
            var letters = right.ToCharArray();
            letters[one.place] = (char)('0' + (letters[one.place] - '0' + one.other) % 10);
            return IdNumber.TryParse(right, out _, out _) && !IdNumber.TryParse(new string(letters), out _, out _);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("138 0000 1234", "13800001234")]
    [InlineData("+86-13800001234", "13800001234")]
    [InlineData("0371-66661234", "037166661234")]
    [InlineData("（010）12345678", "01012345678")]
    [InlineData("66661234", "66661234")]
    public void APhoneNumber_IsItsDigits(string typed, string digits)
    {
        Assert.True(PhoneNumber.TryParse(typed, out var number));
        Assert.Equal(digits, number.Text);
    }

    [Theory]
    [InlineData("123")]
    [InlineData("12345678901")]
    [InlineData("张某某")]
    [InlineData("1380000123")]
    public void WhatIsNoPhoneNumber_IsRefused(string typed) => Assert.False(PhoneNumber.TryParse(typed, out _));
}
