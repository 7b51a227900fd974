using Jinguo.Core.Base.Changes;

namespace Jinguo.Web.Pages.Organisations;

/// <summary>The history of a body in words.</summary>
public static class OrganisationHistory
{
    /// <summary>What was done.</summary>
    public static string Name(string act) => act switch
    {
        "organisation.added" => "新加",
        "organisation.imported" => "从Excel导入",
        "organisation.edited" => "修改",
        "organisation.renamed" => "更名",
        "organisation.moved" => "划转",
        "organisation.merged" => "并入",
        "organisation.absorbed" => "接收并入的组织",
        "organisation.split" => "划出部分下级",
        "organisation.abolished" => "撤销",
        "organisation.region-loaded" => "装入全地区的组织",
        _ => act,
    };

    /// <summary>True for what makes a body's own story 沿革; edits and imports are the keeper's business.</summary>
    public static bool IsStory(Change change) => change.Act is "organisation.renamed" or "organisation.moved" or "organisation.merged" or "organisation.absorbed" or "organisation.split" or "organisation.abolished";

    /// <summary>Which fields were changed: 名称 旧 → 新.</summary>
    public static string Words(Change change) =>
        string.Join("；", ChangeLog.Fields(change).Select(field => $"{Field(field.Field)} {(field.Before is null ? "" : field.Before + " → ")}{field.After ?? "空"}").Concat(change.Reason is { } reason ? [$"说明 {reason}"] : []));

    private static string Field(string field) => field switch
    {
        "name" => "名称",
        "code" => "代码",
        "kind" => "类别",
        "level" => "级别",
        "parent" => "上级",
        "order" => "排序",
        "region" => "地区代码",
        "bodies" => "组织数",
        "file" => "文件",
        "from" => "生效日期",
        "merged" => "并入的组织",
        "document" => "文号",
        _ => field,
    };
}
