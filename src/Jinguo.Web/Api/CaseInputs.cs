using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Cases;
using Jinguo.Core.Records.Cases.Archive;

namespace Jinguo.Web.Api;

/// <summary>What a case tells about people: as it is sent, and masked as it is answered.</summary>
/// <param name="Name">姓名.</param>
/// <param name="IdNumber">身份证号.</param>
/// <param name="Phone">电话.</param>
/// <param name="Sex">性别.</param>
/// <param name="Age">年龄.</param>
/// <param name="Marital">婚姻状况.</param>
/// <param name="Occupation">职业、单位.</param>
/// <param name="Address">住址.</param>
/// <param name="Proxy">代访人和关系.</param>
/// <param name="Counterpart">对方当事人.</param>
/// <param name="Request">诉求.</param>
/// <param name="Facts">主要事实和理由.</param>
/// <param name="Evidence">证据.</param>
/// <param name="SafeContact">安全联系: when and how she may be reached, and how never.</param>
/// <param name="NextStep">下一步.</param>
public sealed record CaseTexts(
    string? Name, string? IdNumber, string? Phone, string? Sex, string? Age, string? Marital, string? Occupation, string? Address,
    string? Proxy, string? Counterpart, string? Request, string? Facts, string? Evidence, string? SafeContact, string? NextStep)
{
    internal static CaseTexts Of(CaseView view) => new(
        view[CaseField.Name], view[CaseField.IdNumber], view[CaseField.Phone], view[CaseField.Sex], view[CaseField.Age], view[CaseField.Marital], view[CaseField.Occupation], view[CaseField.Address],
        view[CaseField.Proxy], view[CaseField.Counterpart], view[CaseField.Request], view[CaseField.Facts], view[CaseField.Evidence], view[CaseField.SafeContact], view[CaseField.NextStep]);

    internal Dictionary<CaseField, string> ByField() =>
        new (CaseField Field, string? Text)[]
        {
            (CaseField.Name, Name), (CaseField.IdNumber, IdNumber), (CaseField.Phone, Phone), (CaseField.Sex, Sex), (CaseField.Age, Age), (CaseField.Marital, Marital),
            (CaseField.Occupation, Occupation), (CaseField.Address, Address), (CaseField.Proxy, Proxy), (CaseField.Counterpart, Counterpart), (CaseField.Request, Request),
            (CaseField.Facts, Facts), (CaseField.Evidence, Evidence), (CaseField.SafeContact, SafeContact), (CaseField.NextStep, NextStep),
        }.Where(one => !string.IsNullOrWhiteSpace(one.Text)).ToDictionary(one => one.Field, one => one.Text!);
}

/// <summary>A case to be received under its key (UUID version 7). Codes are those of <c>packs/cases/words.json</c>.</summary>
/// <param name="Channel">How it came: call.</param>
/// <param name="Kind">What is wanted.</param>
/// <param name="Category">What it is about: the code of a part of a class.</param>
/// <param name="Risk">red, yellow or green.</param>
/// <param name="Received">When, with its zone: 2026-11-20T09:00:00+08:00.</param>
/// <param name="Texts">What it tells about people.</param>
/// <param name="Visitors">Persons who came together; 1 where left out.</param>
/// <param name="Anonymous">匿名.</param>
/// <param name="Repeat">重复.</param>
/// <param name="SkippingLevel">越级.</param>
/// <param name="Minor">涉及未成年人; also true where age or ID number say so.</param>
/// <param name="Urgent">重大、紧急.</param>
/// <param name="NextStepDue">Until when the next step is to be done.</param>
/// <param name="Reason">Why a day whose books are closed is changed.</param>
public sealed record CaseToReceive(
    string? Channel, string? Kind, string? Category, string? Risk, string? Received, CaseTexts? Texts, int? Visitors,
    bool Anonymous, bool Repeat, bool SkippingLevel, bool Minor, bool Urgent, DateOnly? NextStepDue, string? Reason)
{
    /// <summary>As the service takes it; null where it cannot be read when it was received.</summary>
    internal CaseInput? Input(Guid key) => CaseInstants.Read(Received) is not { } received ? null
        : new(key, Channel ?? "", Kind ?? "", Category ?? "", Risk ?? "", received, Texts?.ByField() ?? [])
        {
            Visitors = Visitors ?? 1,
            IsAnonymous = Anonymous,
            IsRepeat = Repeat,
            IsSkippingLevel = SkippingLevel,
            IsMinor = Minor || CaseMinors.IsProposed(Texts?.Age, Texts?.IdNumber, China.Day(received)),
            IsUrgent = Urgent,
            NextStepDue = NextStepDue,
            Reason = string.IsNullOrWhiteSpace(Reason) ? null : Reason,
        };
}

/// <summary>What is to be done next; both empty for nothing.</summary>
/// <param name="Text">What.</param>
/// <param name="Due">The last day.</param>
public sealed record CaseNextToSet(string? Text, DateOnly? Due);

/// <summary>A line for the course of a case: one act or one step.</summary>
/// <param name="Version">The version of the case that the writer saw.</param>
/// <param name="Act">An act that moves the case on, or null.</param>
/// <param name="Step">Something done meanwhile, or null.</param>
/// <param name="At">When it happened, with its zone: 2026-11-20T09:00:00+08:00.</param>
/// <param name="Text">What was done, or told.</param>
/// <param name="Months">For how many months a protection order was made or renewed, 1 to 6.</param>
/// <param name="Satisfaction">What she said at a return visit.</param>
/// <param name="Retention">For how long it is kept, when it is archived; left out, as the body's table says.</param>
/// <param name="Next">What is to be done next; left out, it stays as it is.</param>
/// <param name="Reason">Why a day whose books are closed is changed.</param>
public sealed record CaseLineToWrite(
    int Version, [property: EnumDataType(typeof(CaseAct))] string? Act, [property: EnumDataType(typeof(CaseStep))] string? Step, string? At, string? Text, int? Months,
    [property: EnumDataType(typeof(CaseSatisfaction))] string? Satisfaction, [property: EnumDataType(typeof(RetentionTerm))] string? Retention, CaseNextToSet? Next, string? Reason)
{
    /// <summary>As the service takes it; null where it cannot be read when it happened.</summary>
    internal CaseDone? Line(Guid key, Guid caseId, int version) => CaseInstants.Read(At) is not { } at ? null
        : new(key, caseId, version, at, Text ?? "")
        {
            Months = Months,
            Satisfaction = Choices.Find<CaseSatisfaction>(Satisfaction),
            Retention = Choices.Find<RetentionTerm>(Retention),
            Next = Next is null ? null : new(Next.Text, Next.Due),
            Reason = string.IsNullOrWhiteSpace(Reason) ? null : Reason,
        };
}

/// <summary>Instants as programs send them (RFC 3339). Without a zone nobody knows which hour is meant, and clocks of the law begin with it.</summary>
internal static class CaseInstants
{
    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm'Z'"];

    /// <summary>The instant (UTC), to the microsecond, which both databases keep exactly; null where it cannot be read.</summary>
    public static DateTime? Read(string? text) =>
        DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var read) && read.UtcDateTime is { Year: > 1 and < 9999 } instant
            ? instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMicrosecond))
            : null;
}
