using Jinguo.Core.Base;
using Jinguo.Core.Base.Forms;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Facts;

namespace Jinguo.Core.Records.Ledgers;

/// <summary>What is wrong with a record, measured by its form, its body and the ledger it goes into. Pure.</summary>
public static class LedgerChecks
{
    /// <summary>Code of the warning that the same piece of work seems to be there already.</summary>
    public const string DoubleCode = "ledger.double";

    /// <summary>Code of the problem that the books of the day are closed and the reason is missing.</summary>
    public const string ClosedCode = "ledger.closed";

    /// <summary>Checks a record.</summary>
    /// <param name="type">The form.</param>
    /// <param name="values">What the record holds.</param>
    /// <param name="body">The body whose work it is.</param>
    /// <param name="today">Today in China.</param>
    /// <param name="row">Row of an imported sheet, for problems.</param>
    public static IReadOnlyList<Problem> Check(RecordType type, RecordValues values, Organisation body, DateOnly today, int? row = null)
    {
        var problems = new List<Problem>(RecordChecks.Check(type, values, today, row));
        if (values.Day is not { } day)
        {
            if (!problems.Exists(problem => problem.Field == RecordType.DayField))
                problems.Add(new("record.required", $"请填“{Name(type, RecordType.DayField)}”。", RecordType.DayField, row));
            return problems;
        }
        AddLifetime(problems, type, RecordType.DayField, day, body, row);
        if (values.Until is { } until)
            AddLifetime(problems, type, RecordType.UntilField, until, body, row);
        return problems;
    }

    /// <summary>The warning about a record of the same type, body, day and title.</summary>
    public static Problem Double(string title, DateOnly day, int? row = null) => new(
        DoubleCode,
        $"{DayText.Print(new(day, day), null)}已经记过一笔“{title}”，请核对是不是同一件事；不是的话，确认后照样存。",
        Field: null,
        row,
        ProblemLevel.Warning);

    /// <summary>The problem of a record that would change closed days without saying why.</summary>
    public static Problem Closed(ClosedPosting refused, int? row = null) => new(
        ClosedCode,
        $"账已锁到{DayText.Print(new(refused.Through, refused.Through), null)}，{DayText.Print(new(refused.Day, refused.Day), null)}在锁账期内。要改的话会登记为更正，请写明原因。",
        "reason",
        row);

    private static void AddLifetime(List<Problem> problems, RecordType type, string field, DateOnly day, Organisation body, int? row)
    {
        if (day < body.ValidFrom)
            problems.Add(new("ledger.day.early", $"“{body.Name}”自{DayText.Print(new(body.ValidFrom, body.ValidFrom), null)}起才有，“{Name(type, field)}”不能更早。", field, row));
        else if (body.ValidTo is { } last && day > last)
            problems.Add(new("ledger.day.late", $"“{body.Name}”到{DayText.Print(new(last, last), null)}为止，“{Name(type, field)}”不能更晚。", field, row));
    }

    private static string Name(RecordType type, string field) => type.FindField(field)?.Name ?? "日期";
}
