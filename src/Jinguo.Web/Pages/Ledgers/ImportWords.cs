using Jinguo.Core.Base.Forms;
using Jinguo.Core.Records.Ledgers.Exchange;

namespace Jinguo.Web.Pages.Ledgers;

/// <summary>What is said about imports.</summary>
public static class ImportWords
{
    public static string State(ImportState state) => state switch
    {
        ImportState.Draft => "没有写入",
        ImportState.Done => "已导入",
        ImportState.Undone => "已撤销",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static string State(RowState state) => state switch
    {
        RowState.Bad => "要改",
        RowState.Warned => "请核对",
        RowState.AlreadyThere => "已经有了",
        RowState.Repeated => "重复",
        RowState.LeftOut => "跳过",
        _ => "可导入",
    };

    public static string Target(RecordType type, string target) => target switch
    {
        ColumnMatching.Body => "单位",
        ColumnMatching.BodyCode => "单位代码",
        ColumnMatching.Highlight => "亮点",
        _ => type.FindField(target)?.Name ?? target,
    };
}
