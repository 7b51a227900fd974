using System.Globalization;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Cases;
using Jinguo.Core.Records.Cases.Clocks;
using Jinguo.Testing;

namespace Jinguo.Core.Tests.Records.Cases;

/// <summary>Which clocks the course of a case starts and ends, and which of them presses.</summary>
public sealed class CaseClocksTests : IAsyncLifetime
{
    private CaseDesk desk = null!;

    public async Task InitializeAsync() => desk = await CaseDesk.OpenAsync();

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Theory]
    [Rule("PET-06"), Rule("PET-07"), Rule("PET-08"), Rule("PET-09"), Rule("PET-10"), Rule("DV-07b"), Rule("DV-08"), Rule("PW-11")]
    [InlineData("visit green", "", "书面告知 11-06→")]
    [InlineData("visit green anonymous", "", "")]
    [InlineData("forwarded green", "11-07 Object", "书面告知 11-06→11-07 异议 11-06→11-07")]
    [InlineData("visit green", "11-09 Accept", "书面告知 11-06→11-09 处理意见书 11-09→")]
    [InlineData("visit green", "11-09 Accept,11-10 Decide,11-11 Answer", "书面告知 11-06→11-09 处理意见书 11-09→11-10 复查申请 11-11→")]
    [InlineData("visit green", "11-09 Accept,11-11 Answer", "书面告知 11-06→11-09 处理意见书 11-09→11-11")]
    [InlineData("visit green", "11-09 Accept,11-10 Decide,11-11 Answer,11-12 AskReview,11-13 AnswerReview,11-14 AskRecheck", "书面告知 11-06→11-09 处理意见书 11-09→11-10 复查申请 11-11→11-12 复查答复 11-12→11-13 复核申请 11-13→11-14 复核答复 11-14→")]
    [InlineData("visit green", "11-07 Transfer,11-09 TakeBack", "书面告知 11-06→11-07 处理意见书 11-09→")]
    [InlineData("visit green", "11-07 Answer,11-09 Reopen", "书面告知 11-06→11-07 处理意见书 11-09→")]
    [InlineData("visit green", "11-07 OrderApplied,11-08 OrderMade", "书面告知 11-06→ 保护令审查 11-07→11-08 保护令有效 11-08→")]
    [InlineData("visit green", "11-08 OrderMade,11-12 OrderMade", "书面告知 11-06→ 保护令有效 11-08→11-12 保护令有效 11-12→")]
    [InlineData("visit green", "11-07 OrderApplied,11-08 OrderMade,11-12 OrderApplied,11-13 OrderRenewed", "书面告知 11-06→ 保护令审查 11-07→11-08 保护令有效 11-08→11-13 保护令审查 11-12→11-13 保护令有效 11-13→")]
    [InlineData("visit green", "11-08 OrderMade,11-12 OrderEnded", "书面告知 11-06→ 保护令有效 11-08→11-12")]
    [InlineData("visit green", "11-08 Warning,11-12 HomeVisit", "书面告知 11-06→ 告诫书查访 11-08→11-12")]
    [InlineData("visit green", "11-08 Agreement", "书面告知 11-06→ 司法确认 11-08→")]
    [InlineData("visit yellow", "11-08 ReturnVisit", "书面告知 11-06→ 重点回访 11-08→")]
    [InlineData("visit yellow", "11-07 Answer", "书面告知 11-06→11-07")]
    public void TheCourse_StartsAndEndsTheClocks(string received, string course, string expected)
    {
        var told = received.Split(' ');
        var one = new Case { Channel = told[0], Kind = "claim", Category = "violence", Risk = told[1], ReceivedAt = CaseDesk.At("2026-11-06 09:20"), QueryIndex = "", IsAnonymous = told.Length > 2 };
        var lines = course.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(line => Line(line.Split(' '))).ToList();
        if (lines.Exists(line => line.Act == CaseAct.Answer) && !lines.Exists(line => line.Act == CaseAct.Reopen))
            one.ClosedAt = lines[^1].At;

        Assert.Equal(expected, string.Join(' ', CaseClocks.Of(one, lines, [], [], CaseDesk.Words).Select(clock => $"{clock.Rule.Name} {Day(clock.Start)}→{(clock.DoneAt is { } done ? Day(done) : "")}")));
    }

    [Fact]
    public async Task ACase_KeepsWhatPressesMost_AndTheListBeginsWithIt()
    {
        var late = await desk.ReceiveAsync(CaseDesk.Input("2026-11-16 09:20", risk: "green"));
        var early = await desk.ReceiveAsync(CaseDesk.Input("2026-11-06 09:20", risk: "green"));
        Assert.Equal((ClockRules.Notice.Code, China.EndOf(new(2026, 11, 21))), (early.DueRule!, early.DueAt));
        Assert.Equal(early.Id, (await desk.ReadAsync(reader => reader.ListAsync(CaseFilter.Open, 1))).Lines[0].Case.Id);

        early = await desk.MoveAsync(early, CaseAct.Accept, "2026-11-09 09:20");

        Assert.Equal((ClockRules.Decision.Code, China.EndOf(new(2027, 1, 8))), (early.DueRule!, early.DueAt));
        Assert.Equal(late.Id, (await desk.ReadAsync(reader => reader.ListAsync(CaseFilter.Open, 1))).Lines[0].Case.Id);
    }

    [Fact]
    public async Task ANextStep_PressesWhereItIsNearer_AndNothingPressesOnceItIsAnswered()
    {
        var one = await desk.ReceiveAsync(CaseDesk.Input(risk: "red", texts: (CaseField.NextStep, "回访")) with { NextStepDue = new(2026, 11, 10) });
        Assert.Equal((null, China.EndOf(new(2026, 11, 10))), (one.DueRule, one.DueAt!.Value));

        one = await desk.MoveAsync(one, CaseAct.Answer, "2026-11-09 09:20");

        Assert.Null(one.DueAt);
    }

    [Fact]
    public async Task AClockThatReachesHolidaysNotYetAnnounced_IsProvisional_AndReckonedAnewOnceTheyAre()
    {
        desk.Calendar = new([]);
        var one = await desk.ReceiveAsync(CaseDesk.Input("2026-09-29 09:20", channel: "forwarded"));
        Assert.Equal((true, China.EndOf(new(2026, 10, 6))), (one.IsProvisional, one.DueAt));

        desk.Calendar = WorkCalendarReader.Read(await File.ReadAllTextAsync(RepositoryFolder.At("packs", "calendar", "holidays.json")));
        await using var db = desk.Database.Open();
        Assert.Equal(1, await new CaseDues(db, CaseDesk.Words, desk.Calendar).RefreshAsync(100));
        Assert.Equal(0, await new CaseDues(db, CaseDesk.Words, desk.Calendar).RefreshAsync(100));

        var reckoned = (await desk.ReadAsync(reader => reader.OpenAsync(one.Id, null)))!.Case;
        // The national holiday lies between.
        Assert.Equal((false, China.EndOf(new(2026, 10, 12))), (reckoned.IsProvisional, reckoned.DueAt));
    }

    private static CaseEntry Line(string[] line) => new()
    {
        Id = Guid.CreateVersion7(),
        At = CaseDesk.At($"2026-{line[0]} 10:00"),
        WrittenByName = "赵某某",
        Sealed = "",
        Act = Enum.TryParse<CaseAct>(line[1], out var act) ? act : null,
        Step = Enum.TryParse<CaseStep>(line[1], out var step) ? step : null,
    };

    private static string Day(DateTime instant) => China.Day(instant).ToString("MM-dd", CultureInfo.InvariantCulture);
}
