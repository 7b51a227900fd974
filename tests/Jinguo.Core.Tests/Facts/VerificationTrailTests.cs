using System.Globalization;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Facts;
using Jinguo.Core.Tests.Figures;

namespace Jinguo.Core.Tests.Facts;

/// <summary>What verifications found stands until the same has been verified again without it.</summary>
public sealed class VerificationTrailTests
{
    // The oldest first: the number of a seventh, "whole" for a night of small books, "hand" with what was found in the books and beside them.
    [Theory]
    [InlineData("", null)]
    [InlineData("0:0", 0)]
    [InlineData("0:2", 2)]
    [InlineData("0:2 1:0", 2)]
    [InlineData("0:2 1:1", 3)]
    [InlineData("0:2 1:0 2:0 3:0 4:0 5:0 6:0", 2)]
    [InlineData("0:2 1:0 2:0 3:0 4:0 5:0 6:0 0:0", 0)]
    [InlineData("0:2 1:0 2:0 3:0 4:0 5:0 6:0 0:1", 1)]
    [InlineData("0:2 whole:0", 0)]
    [InlineData("0:2 hand:0+0 1:0", 0)]
    [InlineData("whole:2 whole:0", 0)]
    [InlineData("whole:2 0:0 1:0 2:0 3:0 4:0 5:0 6:0", 2)]
    [InlineData("hand:0+1 whole:0 whole:0", 1)]
    [InlineData("hand:0+1 whole:3", 4)]
    [InlineData("hand:2+1", 3)]
    [InlineData("hand:2+1 whole:0", 1)]
    [InlineData("hand:2+1 0:0 1:4", 7)]
    [InlineData("hand:2+1 0:0 hand:0+0", 0)]
    public void WhatWasFound_CountsUntilTheSameIsVerifiedAgain(string verifications, int? open)
    {
        var newest = verifications.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Parse).Reverse().ToList();

        Assert.Equal(open, VerificationTrail.Last(newest)?.Open);
    }

    [Fact]
    public async Task TheTrail_KeepsOfEachVerificationWhatItWasOf()
    {
        await using var books = await Books.OpenAsync();
        await using var db = books.Database.Open();
        var trail = new VerificationTrail(db, new ChangeLog(db, books.Clock));
        Assert.Null(await trail.LastAsync());

        await VerifyAsync(2, RegionPart.Whole, beside: 1);
        Assert.Equal(new Verified(books.Clock.GetUtcNow().UtcDateTime, 10, 20, 3, RegionPart.Whole, Beside: 1), await trail.LastAsync());

        // Weeks of clean nights look for no files of cases.
        for (var night = 0; night < 20; night++)
            await VerifyAsync(0, RegionPart.Whole);
        Assert.Equal((0, 1), await FoundAsync());
        await VerifyAsync(0, RegionPart.Whole, beside: 0);
        Assert.Equal((0, 0), await FoundAsync());

        await VerifyAsync(4, new(5, 7));
        await VerifyAsync(0, new(6, 7));
        Assert.Equal((0, 4), await FoundAsync());
        Assert.Equal(new RegionPart(6, 7), (await trail.LastAsync())!.Part);
        foreach (var number in Enumerable.Range(0, 6))
            await VerifyAsync(0, new(number, 7));
        Assert.Equal((0, 0), await FoundAsync());

        async Task VerifyAsync(int problems, RegionPart part, int? beside = null)
        {
            books.Clock.Advance(TimeSpan.FromDays(1));
            await trail.RecordAsync(Actor.CommandLine, new(10, 20, [], [.. Enumerable.Range(0, problems).Select(_ => new FactFault(Guid.CreateVersion7(), "冲销与被冲销的一笔对不上"))]), part, beside);
        }

        async Task<(int Then, int Open)> FoundAsync() => await trail.LastAsync() is { } last ? (last.Problems, last.Open) : default;
    }

    private static Verified Parse(string words)
    {
        var (part, found) = (words.Split(':')[0], words.Split(':')[1].Split('+'));
        var problems = found.Sum(number => int.Parse(number, CultureInfo.InvariantCulture));
        return new(
            DateTime.UnixEpoch, 10, 20, problems, int.TryParse(part, CultureInfo.InvariantCulture, out var number) ? new(number, 7) : RegionPart.Whole,
            part == "hand" ? int.Parse(found[1], CultureInfo.InvariantCulture) : null);
    }
}
