using Jinguo.Core.Base;
using Jinguo.Core.Base.Persons;
using Jinguo.Core.Base.Time;

namespace Jinguo.Core.Records.Cases;

/// <summary>What is wrong with a case as it is written. Pure.</summary>
public static class CaseChecks
{
    /// <summary>The longest line, in letters.</summary>
    public const int LongestLine = 200;

    /// <summary>The longest narrative, in letters.</summary>
    public const int LongestText = 5000;

    /// <summary>Most persons of one visit.</summary>
    public const int MostVisitors = 10_000;

    /// <summary>More than so many send representatives (PET-03).</summary>
    public const int MostRepresentatives = 5;

    /// <summary>集体访: so many persons or more with one matter.</summary>
    public const int JointFrom = 5;

    /// <summary>A protection order is in force for at most so many months (DV-08).</summary>
    public const int MostOrderMonths = 6;

    /// <summary>A next step is due within so many years: what is later is a slip.</summary>
    public const int MostYearsAhead = 10;

    /// <summary>Checks a case.</summary>
    /// <param name="input">The case.</param>
    /// <param name="words">The words by which cases are classed.</param>
    /// <param name="office">Since when the body handles cases.</param>
    /// <param name="now">Now (UTC).</param>
    /// <param name="isOpen">False for a case that is closed: it has nothing left to do.</param>
    public static List<Problem> Check(CaseInput input, CaseWords words, CaseOffice office, DateTime now, bool isOpen)
    {
        var problems = new List<Problem>();
        if (words.Channel(input.Channel) is null)
            Add("channel", "请选来信来访的渠道。", nameof(input.Channel));
        if (words.Kind(input.Kind) is null)
            Add("kind", "请选诉求种类。", nameof(input.Kind));
        if (words.Category(input.Category) is null)
            Add("category", "请选问题类别。", nameof(input.Category));
        if (words.Risk(input.Risk) is not { } risk)
            Add("risk", "请选风险等级。", nameof(input.Risk));
        else if (isOpen && CheckNextStep(risk, words, input[CaseField.NextStep] is null ? null : input.NextStepDue) is { } missing)
            problems.Add(missing);
        if (input.Received > now)
            Add("received.future", "收到的时间不能晚于现在。", nameof(input.Received));
        else if (China.Day(input.Received) < office.From)
            Add("received.early", $"本单位从{office.From:yyyy年M月d日}起在这里办理，更早的请记在信访接待台账里。", nameof(input.Received));
        if (input.NextStepDue is { } due && due < China.Day(input.Received))
            Add("next.due", "下一步的日期不能早于收到的日期。", nameof(input.NextStepDue));
        else if (IsFar(input.NextStepDue, input.Received))
            problems.Add(TooFar());
        if (input.Visitors is < 1 or > MostVisitors)
            Add("visitors", $"人数填1到{MostVisitors}。", nameof(input.Visitors));
        if (!input.IsAnonymous && input[CaseField.Name] is null)
            Add("name", "请填姓名；不愿留姓名的，勾上“匿名”。", nameof(CaseField.Name));
        if (input[CaseField.Request] is null && input[CaseField.Facts] is null)
            Add("request", "请写下她要什么，或者发生了什么。", nameof(CaseField.Request));
        if (input[CaseField.IdNumber] is { } id && !IdNumber.TryParse(id, out _, out var wrong))
            Add("id", wrong, nameof(CaseField.IdNumber));
        if (input[CaseField.Phone] is { } phone && !PhoneNumber.TryParse(phone, out _))
            Add("phone", "电话填手机号，或带区号的座机号。", nameof(CaseField.Phone));
        foreach (var (field, text) in input.Texts.Where(one => one.Value.Length > LongestOf(one.Key)))
            Add("length", $"{field.Name()}最多{LongestOf(field)}个字，现在是{text.Length}个。", field.ToString());
        CheckKey(input.Key, input.Reason, problems);
        return problems;

        void Add(string code, string text, string field) => problems.Add(new($"case.{code}", text, field));
    }

    /// <summary>An open case of the highest risk is never without a next step and its day (domain-rules §3.2); null where all is well.</summary>
    /// <param name="risk">The risk.</param>
    /// <param name="words">The words by which cases are classed.</param>
    /// <param name="due">Until when the next step is to be done; null where there is none.</param>
    public static Problem? CheckNextStep(CaseRisk? risk, CaseWords words, DateOnly? due) => due is null && risk == words.Risks[0]
        ? new("case.next", $"{words.Risks[0].Name}的事项要写明下一步做什么、哪天前做。", nameof(CaseField.NextStep))
        : null;

    /// <summary>Checks something done.</summary>
    /// <param name="done">What was done.</param>
    /// <param name="received">When the case was received (UTC).</param>
    /// <param name="now">Now (UTC).</param>
    public static List<Problem> Check(CaseDone done, DateTime received, DateTime now)
    {
        var problems = new List<Problem>();
        if (done.At > now)
            problems.Add(new("case.at.future", "时间不能晚于现在。", nameof(done.At)));
        else if (done.At < received)
            problems.Add(new("case.at.early", "时间不能早于收到的时间。", nameof(done.At)));
        if (string.IsNullOrWhiteSpace(done.Text))
            problems.Add(new("case.text", "请写清做了什么、结果怎样。", nameof(done.Text)));
        else if (done.Text.Length > LongestText)
            problems.Add(new("case.text.length", $"最多{LongestText}个字，现在是{done.Text.Length}个。", nameof(done.Text)));
        CheckKey(done.Key, done.Reason, problems);
        if (done.Next is not { } next)
            return problems;
        if (string.IsNullOrWhiteSpace(next.Text) != next.Due is null)
            problems.Add(new("case.next", "下一步要写明做什么、哪天前做；没有下一步的，两处都空着。", string.IsNullOrWhiteSpace(next.Text) ? nameof(CaseField.NextStep) : nameof(Case.NextStepDue)));
        else if (next.Text is { Length: > LongestLine })
            problems.Add(new("case.next.length", $"下一步最多{LongestLine}个字，现在是{next.Text.Length}个。", nameof(CaseField.NextStep)));
        else if (next.Due < China.Day(done.At))
            problems.Add(new("case.next.due", "下一步的日期不能早于这次办理的日期。", nameof(Case.NextStepDue)));
        else if (IsFar(next.Due, done.At))
            problems.Add(TooFar());
        return problems;
    }

    /// <summary>Checks what an act tells besides its words: how long it is kept once archived; nothing that steps tell. Null where all is well.</summary>
    public static Problem? Check(CaseAct act, CaseDone done) =>
        done.Months is not null || done.Satisfaction is not null ? new("case.detail.act", $"“{act.Name()}”不填这一项：有效几个月只在作出、延长保护令时填，评价只在回访时填。", done.Months is null ? nameof(done.Satisfaction) : nameof(done.Months))
        : done.Retention is not { } term ? null
        : act != CaseAct.Archive ? RetentionOfArchiving()
        : !Enum.IsDefined(term) ? new("case.retention", "请从列出的保管期限里选一个。", nameof(done.Retention))
        : null;

    /// <summary>Checks what a step tells besides its words: how long an order is in force, what she said at a return visit.</summary>
    public static List<Problem> Check(CaseStep step, CaseDone done)
    {
        var problems = new List<Problem>();
        if (done.Months is not null && !step.IsOrder())
            problems.Add(new("case.months.step", "只有法院作出、延长人身安全保护令时才填有效几个月。", nameof(done.Months)));
        else if (done.Months is < 1 or > MostOrderMonths)
            problems.Add(new("case.months", $"人身安全保护令的有效期填1到{MostOrderMonths}个月（反家暴法30条）。", nameof(done.Months)));
        if (done.Satisfaction is not null && step != CaseStep.ReturnVisit)
            problems.Add(new("case.satisfaction", "只有回访时才填评价。", nameof(done.Satisfaction)));
        if (done.Retention is not null)
            problems.Add(RetentionOfArchiving());
        return problems;
    }

    private static void CheckKey(Guid key, string? reason, List<Problem> problems)
    {
        if (key.Version != 7)
            problems.Add(new("case.key", "表单的编号不对，请重新打开表单再填。"));
        if (reason?.Length > LongestLine)
            problems.Add(new("case.reason.length", $"更正原因最多{LongestLine}个字，现在是{reason.Length}个。", nameof(CaseInput.Reason)));
    }

    private static bool IsFar(DateOnly? due, DateTime from) => due?.Year > from.Year + MostYearsAhead;

    private static Problem RetentionOfArchiving() => new("case.retention.act", "只有归档时才选保管期限。", nameof(CaseDone.Retention));

    private static Problem TooFar() => new("case.next.far", $"下一步的日期要在{MostYearsAhead}年以内。", nameof(Case.NextStepDue));

    /// <summary>The longest text of a field, in letters.</summary>
    public static int LongestOf(CaseField field) => field is CaseField.Request or CaseField.Facts or CaseField.Evidence ? LongestText : LongestLine;

    /// <summary>A field in the users' words.</summary>
    public static string Name(this CaseField field) => field switch
    {
        CaseField.Name => "姓名",
        CaseField.IdNumber => "身份证号",
        CaseField.Phone => "电话",
        CaseField.Sex => "性别",
        CaseField.Age => "年龄",
        CaseField.Marital => "婚姻状况",
        CaseField.Occupation => "职业、单位",
        CaseField.Address => "住址",
        CaseField.Proxy => "代访人和关系",
        CaseField.Counterpart => "对方当事人",
        CaseField.Request => "诉求",
        CaseField.Facts => "主要事实和理由",
        CaseField.Evidence => "证据",
        CaseField.SafeContact => "安全联系",
        CaseField.NextStep => "下一步",
        CaseField.QueryCode => "查询码",
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };
}
