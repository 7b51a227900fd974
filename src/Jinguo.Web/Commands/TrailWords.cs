using Jinguo.Core.Base.Changes;

namespace Jinguo.Web.Commands;

/// <summary>What was found about the trail, in words.</summary>
internal static class TrailWords
{
    public static string Of(TrailFault fault) => fault switch
    {
        TrailFault.Changed => "被改动",
        TrailFault.Removed => "被删除",
        TrailFault.Inserted => "被插入",
        TrailFault.NotAsSealed => "与封存时不同",
        TrailFault.CutOff => "末尾被截去",
        TrailFault.Head => "链头与最后一条不符",
        TrailFault.Archive => "开头被取走，没有归档记录",
        TrailFault.Seal => "封存记录被改动或删除",
        _ => throw new ArgumentOutOfRangeException(nameof(fault)),
    };
}
