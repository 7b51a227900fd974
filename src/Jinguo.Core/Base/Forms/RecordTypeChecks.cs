using System.Text.RegularExpressions;

namespace Jinguo.Core.Base.Forms;

/// <summary>What does not fit together in a record type.</summary>
internal static partial class RecordTypeChecks
{
    private static readonly string[] ReservedFormulaWords = ["and", "or", "not", "filled"];

    public static void Check(RecordType type, string path, PackSet all, PackFindings found)
    {
        if (!PackChecks.PackCode().IsMatch(type.Code))
            found.Add($"{path}.code", "代码用小写字母、数字和连字符，以字母开头");
        if (!ReferenceEquals(all.FindType(type.Code), type))
            found.Add($"{path}.code", $"“{type.Code}”已经声明过（在“{all.Packs.First(other => other.RecordTypes.Any(one => one.Code == type.Code)).Name}”里），请换一个代码");
        CheckDayFields(type, path, found);
        CheckEntry(type, path, found);
        for (var index = 0; index < type.Fields.Count; index++)
        {
            CheckField(type, type.Fields[index], $"{path}.fields[{index}]", found);
        }

        CheckPiece(type, type.Title, $"{path}.title", found);
        CheckRules(type, type.Checks, type.Posts, type.Sentences, path, found);
    }

    /// <summary>Checks, posts and sentences over the fields of a type.</summary>
    public static void CheckRules(
        RecordType type, IReadOnlyList<Check> checks, IReadOnlyList<PostingRule> posts, IReadOnlyList<SentencePiece> sentences, string path, PackFindings found)
    {
        for (var index = 0; index < checks.Count; index++)
        {
            var check = checks[index];
            CheckFormula(type, check.Test, OperandKind.Truth, $"{path}.checks[{index}].test", found);
            if (check.Field is { } field && type.FindField(field) is null)
                found.Add($"{path}.checks[{index}].field", $"没有“{field}”这个字段");
        }

        for (var index = 0; index < posts.Count; index++)
        {
            CheckPost(type, posts[index], $"{path}.posts[{index}]", found);
        }

        for (var index = 0; index < sentences.Count; index++)
        {
            CheckPiece(type, sentences[index], $"{path}.sentences[{index}].text", found);
            if (sentences[index].When is { } when)
                CheckFormula(type, when, OperandKind.Truth, $"{path}.sentences[{index}].when", found);
        }
    }

    private static void CheckDayFields(RecordType type, string path, PackFindings found)
    {
        var day = type.FindField(RecordType.DayField);
        if (day is not { Type: FieldType.Date or FieldType.DateRange, Required: true })
            found.Add($"{path}.fields", "要有必填的日期字段 day");
        if (type.Kind == RecordKind.Register && day is { Type: FieldType.DateRange })
            found.Add($"{path}.fields", "名册的 day 是从哪天起，类型应是 date");
        if (type.FindField(RecordType.UntilField) is { } until && (until.Type != FieldType.Date || type.Kind != RecordKind.Register))
            found.Add($"{path}.fields", "until 只用于名册，类型应是 date");
        if (type.VisitEveryMonths is not null && (type.Kind != RecordKind.Register || type.FindField(RecordType.LastVisitField) is not { Type: FieldType.Date }))
            found.Add($"{path}.visitEveryMonths", "定期走访只用于名册，并要有日期字段 lastVisit");
    }

    private static void CheckEntry(RecordType type, string path, PackFindings found)
    {
        if (type.Entry.Count is 0 or > RecordType.MostEntryFields)
            found.Add($"{path}.entry", $"记一笔要有1到{RecordType.MostEntryFields}项，现在有{type.Entry.Count}项");
        foreach (var code in type.Entry.Where(code => type.FindField(code) is null))
        {
            found.Add($"{path}.entry", $"没有“{code}”这个字段");
        }

        foreach (var field in type.Fields.Where(field => field.Required && field.Default.Length == 0 && !type.Entry.Contains(field.Code, StringComparer.Ordinal)))
        {
            found.Add($"{path}.entry", $"“{field.Code}”必填又没有默认值，要放进记一笔");
        }
    }

    internal static void CheckField(RecordType type, Field field, string path, PackFindings found)
    {
        if (!FieldCode().IsMatch(field.Code) || ReservedFormulaWords.Contains(field.Code, StringComparer.Ordinal))
            found.Add($"{path}.code", "字段代码用字母和数字，以小写字母开头，不能是 and、or、not、filled");
        if (!ReferenceEquals(type.FindField(field.Code), field))
            found.Add($"{path}.code", $"“{field.Code}”在这个类型里已经有了");
        if (type.Fields.First(other => other.IsCalled(field.Name)) != field || field.Synonyms.Any(name => type.Fields.First(other => other.IsCalled(name)) != field))
            found.Add($"{path}.name", $"“{field.Name}”的名称或别名和别的字段相同，导入时分不清");
        var isNumber = field.Type is FieldType.Number or FieldType.Money;
        if (field.Type == FieldType.Number && field.Unit.Length == 0)
            found.Add($"{path}.unit", "数要有单位");
        if (field.Type == FieldType.Money && field.Unit is not ("" or "元" or "万元"))
            found.Add($"{path}.unit", "金额的单位是元或万元");
        if (!isNumber && (field.Hedge || field.Min is not null || field.Max is not null || field.Decimals != 0 || field.Unit.Length > 0))
            found.Add(path, "hedge、min、max、decimals、unit 只用于数和金额");
        if (field.Min > field.Max)
            found.Add($"{path}.max", "最大值不能小于最小值");
        CheckFieldOptions(field, path, found);
        CheckPerson(type, field, path, found);
        if (field.Default.Length > 0 && FieldInput.Read(field, field.Default, 2000).Problem is { } problem)
            found.Add($"{path}.default", problem.Text);
    }

    private static void CheckPerson(RecordType type, Field field, string path, PackFindings found)
    {
        if (field.IsSealed && (!field.Personal || type.FindField(field.Of) is not { Type: FieldType.Person }))
            found.Add($"{path}.of", "身份证号和电话要写明是哪个人名字段的（of），并标为个人信息（personal）");
        if (!field.IsSealed && field.Of.Length > 0)
            found.Add($"{path}.of", "of 只用于身份证号和电话");
        if (field.Minor && field.Type != FieldType.Person)
            found.Add($"{path}.minor", "minor 只用于人名");
        if (field.Personal && field.Recall)
            found.Add($"{path}.recall", "个人信息不能按上次的填");
        if (field.IsSealed && field.Default.Length > 0)
            found.Add($"{path}.default", "身份证号和电话不能有默认值");
        if (field.IsSealed && type.Fields.Any(other => other != field && other.Type == field.Type && other.Of == field.Of))
            found.Add($"{path}.of", "一个人名字段只能有一个身份证号和一个电话");
    }

    private static void CheckFieldOptions(Field field, string path, PackFindings found)
    {
        var isChoice = field.Type is FieldType.Choice or FieldType.Choices;
        if (isChoice)
            PackChecks.CheckOptions(field.Options, $"{path}.options", found);
        else if (field.Options.Count > 0)
            found.Add($"{path}.options", "只有单选和多选才有选项");
    }

    private static void CheckFormula(RecordType type, Formula formula, OperandKind expected, string path, PackFindings found)
    {
        foreach (var error in formula.Check(code => type.FindField(code)?.OperandKind, expected))
        {
            found.Add(path, $"公式有误，{error}");
        }

        foreach (var (code, literal) in formula.ComparedTexts)
        {
            if (type.FindField(code) is { Type: FieldType.Choice } field && field.FindOption(literal) is null)
                found.Add(path, $"“{code}”没有“{literal}”这个选项");
        }
    }

    private static void CheckPost(RecordType type, PostingRule post, string path, PackFindings found)
    {
        CheckFormula(type, post.Value, OperandKind.Number, $"{path}.value", found);
        if (post.When is { } when)
            CheckFormula(type, when, OperandKind.Truth, $"{path}.when", found);
        if (post.Measure.Kind is DeclaredKind.Ratio or DeclaredKind.Observed)
            found.Add($"{path}.measure", "比率是算出来的，观测值由主管单位填，都不能由台账入账");
        if (post.Measure.Kind == DeclaredKind.Stock && type.Kind != RecordKind.Register)
            found.Add($"{path}.measure", "存量（stock）只能由名册入账");
        if (post.Value.Codes.Any(code => type.FindField(code)?.Type == FieldType.Money) && post.Measure.Unit != "元")
            found.Add($"{path}.value", "金额只能记入以元为单位的数据项");
        if (post.Measure.Kind == DeclaredKind.Distinct && (post.Value.Text != "1" || type.FindField(post.Person ?? "") is not { Type: FieldType.Person, Personal: true }))
            found.Add($"{path}.person", "按人计的数据项（distinct）要写明人名字段（person），value 写 1");
        if (post.Measure.Kind != DeclaredKind.Distinct && post.Person is not null)
            found.Add($"{path}.person", "person 只用于按人计的数据项（distinct）");
        CheckPostBreakdown(type, post, $"{path}.breakdown", found);
    }

    private static void CheckPostBreakdown(RecordType type, PostingRule post, string path, PackFindings found)
    {
        var named = post.BreakdownField is not null || post.BreakdownOption is not null;
        if (post.Measure.Breakdown is not { } breakdown)
        {
            if (named)
                found.Add(path, $"数据项“{post.Measure.Code}”没有分类");
            return;
        }

        if (!named)
            found.Add(path, $"数据项“{post.Measure.Name}”（{post.Measure.Code}）按{breakdown.Name}分类，请写明按哪个字段分类，或归入哪一类");
        var used = post.BreakdownOption is { } option ? [option] : Array.Empty<string>();
        if (post.BreakdownField is { } code)
        {
            if (type.FindField(code) is not { Type: FieldType.Choice } field)
                found.Add(path, $"“{code}”应是这个类型的单选字段");
            else
                used = [.. field.Options.Select(choice => choice.Code)];
        }

        foreach (var unknown in used.Where(choice => breakdown.Options.All(known => known.Code != choice)))
        {
            found.Add(path, $"数据项“{post.Measure.Code}”的分类里没有“{unknown}”");
        }
    }

    private static void CheckPiece(RecordType type, SentencePiece piece, string path, PackFindings found)
    {
        foreach (var code in piece.Codes)
        {
            if (type.FindField(code) is not { } field)
                found.Add(path, $"没有“{code}”这个字段");
            else if (field.Type is FieldType.File or FieldType.Flag or FieldType.Organisation)
                found.Add(path, $"“{code}”不能写进句子");
            else if (field.Personal)
                found.Add(path, $"“{code}”是个人信息，不能写进句子和标题");
            else if (type.IsCountedSensitively(field))
                found.Add(path, $"“{code}”计入敏感数据，不能写进句子和标题");
        }
    }

    [GeneratedRegex("^[a-z][A-Za-z0-9]{0,39}$", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex FieldCode();
}
