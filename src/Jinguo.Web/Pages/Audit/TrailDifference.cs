using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Forms;
using Jinguo.Core.Base.Persons;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Core.Records.Ledgers.Exchange;

namespace Jinguo.Web.Pages.Audit;

/// <summary>
/// What an entry changed, for the audit administrator: she sees that and how something was changed, and persons masked in it,
/// whoever handles them.
/// </summary>
public sealed class TrailDifference
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["name"] = "名称",
        ["userName"] = "账号",
        ["roles"] = "角色",
        ["given"] = "给",
        ["taken"] = "去",
        ["asked"] = "申请人",
        ["pending"] = "状态",
        ["address"] = "地址",
        ["token"] = "令牌",
        ["refusal"] = "原因",
        ["rows"] = "行数",
        ["search"] = "搜索",
        ["period"] = "期间",
        ["state"] = "状态",
        ["path"] = "范围",
        ["entries"] = "条数",
        ["seals"] = "封存次数",
        ["findings"] = "发现问题",
        ["before"] = "早于",
        ["file"] = "文件",
        ["heads"] = "各链末尾",
        ["kind"] = "类别",
        ["act"] = "操作",
        ["who"] = "操作人",
        ["what"] = "对象",
        ["code"] = "代码",
        ["level"] = "级别",
        ["parent"] = "上级",
        ["order"] = "排序",
        ["from"] = "起",
        ["to"] = "止",
        ["document"] = "文号",
        ["bodies"] = "组织数",
        ["account"] = "账号",
        ["rights"] = "权限",
        ["until"] = "到期",
        ["day"] = "日期",
        ["seat"] = "名额",
        ["attendance"] = "到没到",
        ["dayOfMonth"] = "每月哪天",
        ["highlight"] = "亮点",
        ["cell"] = "格",
        ["amount"] = "数",
        ["region"] = "地区代码",
        ["through"] = "锁到",
        ["version"] = "版本",
        ["due"] = "期限",
        ["title"] = "标题",
        ["merged"] = "并入的组织",
        ["number"] = "届次",
        ["seats"] = "职数",
        ["years"] = "任期",
        ["congress"] = "大会",
    };

    private static readonly Dictionary<string, string> States = new()
    {
        [nameof(StateFilter.All)] = "全部",
        [nameof(StateFilter.Waiting)] = "待审核",
        [nameof(StateFilter.Returned)] = "已退回",
        [nameof(StateFilter.Accepted)] = "已通过",
        [nameof(StateFilter.NotCounted)] = "未计",
        [nameof(StateFilter.Highlights)] = "亮点",
        [nameof(StateFilter.Withdrawn)] = "已撤回",
    };

    private readonly Dictionary<string, Field> fields = [];
    private readonly Dictionary<string, Field> personal = [];
    private readonly HashSet<string> sensitive = [];

    /// <summary>Knows the fields of all ledgers.</summary>
    public TrailDifference(RecordTypeCatalog catalog)
    {
        foreach (var (type, field) in catalog.All.SelectMany(type => type.Type.Fields.Select(field => (type.Type, field))))
        {
            if (type.IsCountedSensitively(field))
                sensitive.Add(field.Code);
            fields.TryAdd(field.Code, field);
            if (field.Personal)
                personal.TryAdd(field.Code, field);
        }
    }

    /// <summary>人次 30 → 32；姓名 张** → 李**.</summary>
    public string Of(Change change) => string.Join("；", ChangeLog.Fields(change).Select(field => Words(change, field)));

    /// <summary>The reason, with ID and mobile numbers masked; null where there is none.</summary>
    public static string? Reason(Change change) => change.Reason is { Length: > 0 } reason ? Masks.InText(reason) : null;

    private string Words(Change change, FieldChange field)
    {
        if (change.SubjectKind == LedgerExport.SubjectKind && field is { Field: "state", After: { } state })
            return $"{Names[field.Field]} {States.GetValueOrDefault(state, state)}";
        var isRecord = change.SubjectKind == "record";
        var name = isRecord && fields.TryGetValue(field.Field, out var known) ? known.Name : Names.GetValueOrDefault(field.Field, field.Field);
        if (isRecord && sensitive.Contains(field.Field))
            return $"{name}（敏感数据，不显示）";
        var mask = isRecord ? personal.GetValueOrDefault(field.Field) : null;
        return $"{name} {(field.Before is null ? "" : Shown(mask, field.Before) + " → ")}{(field.After is null ? "空" : Shown(mask, field.After))}";
    }

    private static string Shown(Field? mask, string text) => mask is not null && text.Length > 0 && !Masks.IsMasked(text) ? MaskedValues.Text(mask, text) : Masks.InText(text);
}
