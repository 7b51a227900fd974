using System.Text.RegularExpressions;
using Jinguo.Core.Base;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Persons;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Cases;

/// <summary>What is particular to cases about a minor: proposed by the age, told to the police before it is closed (DV-04).</summary>
public static partial class CaseMinors
{
    /// <summary>Who is younger is a minor (未成年人保护法 art. 2).</summary>
    public const int FullAge = 18;

    /// <summary>True where age or ID number say that she is a minor: the form then proposes the mark.</summary>
    /// <param name="age">What was written as her age: 12, 12岁.</param>
    /// <param name="idNumber">What was written as her ID number.</param>
    /// <param name="day">The day on which the case is received (China).</param>
    public static bool IsProposed(string? age, string? idNumber, DateOnly day) =>
        (Years().Match(age ?? "") is { Success: true } years && int.TryParse(years.Value, out var count) && count < FullAge)
        || (IdNumber.TryParse(idNumber ?? "", out var number, out _) && number.BirthDate.AddYears(FullAge) > day);

    /// <summary>Why a case about a minor may not be closed yet: nobody has told the police; null where it may.</summary>
    internal static async Task<Problem?> CheckPoliceAsync(Db db, Case one, CancellationToken cancel)
    {
        if (!one.IsMinor)
            return null;
        await db.CaseEntries.Where(line => line.Region == one.Region && line.CaseId == one.Id && line.Step == CaseStep.PoliceReport).LoadAsync(cancel);
        return db.CaseEntries.Local.Any(line => line.CaseId == one.Id && line.Step == CaseStep.PoliceReport && line.StruckAt is null)
            ? null
            : new("case.minor.police", "这个事项涉及未成年人，要立即报警才能办结。请先在办理记录里记一条“报警”，写明谁、什么时候报的警。");
    }

    /// <summary>Why she may not act on what a case about a minor says: who does not see it would overwrite it.</summary>
    internal static Problem NeedsApproval() => new("case.minor.approval", "这个事项涉及未成年人，要先申请调阅，批准以后才能办理和更正。");

    /// <summary>Why a program may not: an approval is given to a person.</summary>
    internal static Problem NotByProgram() => new("case.minor.program", "这个事项涉及未成年人，程序不能看内容，也不能办理，请经办人登录平台办理。");

    [GeneratedRegex(@"^\s*\d{1,3}(?=\s*(周?岁)?\s*$)", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Years();
}
