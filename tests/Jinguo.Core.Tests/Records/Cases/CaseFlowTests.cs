using Jinguo.Core.Records.Cases;
using Jinguo.Testing;

namespace Jinguo.Core.Tests.Records.Cases;

/// <summary>The state machine of a case: every transition, allowed and refused.</summary>
public sealed class CaseFlowTests
{
    private const string Allowed = """
        已登记: 受理→办理中 不予受理→不予受理 转送→已转送 异议退回→异议退回 答复→已答复
        办理中: 转送→已转送 出具意见书→已出意见书 答复→已答复
        不予受理: 重新办理→办理中 归档→已归档
        已转送: 收回办理→办理中 答复→已答复
        异议退回: 归档→已归档
        已出意见书: 答复→已答复
        已答复: 申请复查→复查中 重新办理→办理中 归档→已归档
        复查中: 复查答复→已复查
        已复查: 申请复核→复核中 重新办理→办理中 归档→已归档
        复核中: 复核答复→已终结
        已终结: 归档→已归档
        已归档:
        """;

    [Fact]
    public void EachStage_LetsTheseActsBeDone_AndNoOther()
    {
        var found = string.Join('\n', Enum.GetValues<CaseStage>().Select(stage =>
            $"{stage.Name()}: {string.Join(' ', Enum.GetValues<CaseAct>().Where(act => CaseFlow.After(stage, act) is not null).OrderBy(act => CaseFlow.ActsAt(stage).ToList().IndexOf(act)).Select(act => $"{act.Name()}→{CaseFlow.After(stage, act)!.Value.Name()}"))}".TrimEnd()));
        Assert.Equal(Allowed, found);
    }

    [Fact, Rule("PET-10")]
    public void WhatWasConcluded_IsNotTakenUpAgain() =>
        Assert.All([CaseStage.Concluded, CaseStage.Archived], stage => Assert.Null(CaseFlow.After(stage, CaseAct.Reopen)));

    [Fact]
    public void EveryStage_CanBeReached_AndLeadsToTheArchive()
    {
        var reached = new HashSet<CaseStage> { CaseStage.Registered };
        for (var before = 0; before < reached.Count;)
        {
            before = reached.Count;
            reached.UnionWith(reached.SelectMany(stage => CaseFlow.ActsAt(stage).Select(act => CaseFlow.After(stage, act)!.Value)).ToList());
        }
        Assert.Equal(Enum.GetValues<CaseStage>().ToHashSet(), reached);
        Assert.All(Enum.GetValues<CaseStage>(), stage => Assert.True(Leads(stage, []), stage.Name()));
    }

    private static bool Leads(CaseStage stage, HashSet<CaseStage> seen) =>
        stage == CaseStage.Archived || (seen.Add(stage) && CaseFlow.ActsAt(stage).Any(act => Leads(CaseFlow.After(stage, act)!.Value, seen)));
}
