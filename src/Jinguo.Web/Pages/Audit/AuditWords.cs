using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Files;
using Jinguo.Web.Pages.Accounts;
using Jinguo.Web.Pages.Ledgers;
using Jinguo.Web.Pages.Organisations;
using Jinguo.Web.Setup;

namespace Jinguo.Web.Pages.Audit;

/// <summary>Acts and kinds of things in the trail, in words.</summary>
public static class AuditWords
{
    private static readonly Dictionary<string, string> Kinds = new()
    {
        ["account"] = "账号",
        ["organisation"] = "组织",
        ["record"] = "记录",
        ["ledger"] = "台账",
        ["table"] = "报表",
        ["table-definition"] = "表式",
        ["table-request"] = "布置报表",
        ["report"] = "总结",
        ["report-template"] = "总结模板",
        ["circular"] = "通知",
        ["form"] = "表单",
        ["term"] = "任期",
        ["post"] = "任职",
        ["closing"] = "锁账",
        ["import"] = "导入",
        ["token"] = "接口令牌",
        ["trail"] = "操作记录",
        ["file"] = "文件",
        ["notice-hook"] = "提醒推送",
        ["taught-word"] = "核稿的词",
        ["kept-draft"] = "存着的文稿",
        ["old-report"] = "旧材料",
        ["case"] = "信访个案",
    };

    private static readonly Dictionary<string, string> Others = new()
    {
        [SignInTrail.SignedInAct] = "登录",
        [SignInTrail.SignedOutAct] = "退出登录",
        [SignInTrail.FailedAct] = "登录失败",
        [SignInTrail.LockedAct] = "输错太多被锁定",
        [SignInTrail.PendingAct] = "没批准就登录",
        [SessionService.EndedAct] = "让一处登录退出",
        ["token.made"] = "发放令牌",
        ["token.revoked"] = "作废令牌",
        ["token.refused"] = "令牌被拒",
        ["ledger.exported"] = "导出台账",
        ["person.exported"] = "导出完整个人信息",
        ["ledger.imported"] = "导入台账",
        ["ledger.withdrawn"] = "撤销导入",
        ["table-definition.added"] = "加表式",
        ["table-definition.replaced"] = "换表式",
        ["table-request.sent"] = "布置报表",
        ["table-request.withdrawn"] = "收回布置",
        ["table.made"] = "新建报表",
        ["table.supplemented"] = "手工补充",
        ["table.written"] = "填写文字",
        ["table.signed"] = "填表人签字",
        ["table.reviewed"] = "审核人签字",
        ["table.filed"] = "负责人签字报出",
        ["table.returned"] = "退回报表",
        ["table.deleted"] = "删除报表",
        ["table.correction-begun"] = "做更正表",
        ["report.made"] = "做总结",
        ["report.frozen-anew"] = "重新取数",
        ["report.draft-uploaded"] = "上传改稿",
        ["report.finalised"] = "定稿",
        ["report.deleted"] = "删除总结",
        ["template.added"] = "加模板",
        ["template.replaced"] = "换模板",
        ["template.deleted"] = "删模板",
        ["form.begun"] = "做表单",
        ["form.imported"] = "导入表单",
        ["form.changed"] = "修改表单",
        ["form.published"] = "发布表单",
        ["form.ended"] = "停用表单",
        ["form.removed"] = "删除表单",
        ["case.office"] = "启用个案办理",
        ["case.received"] = "登记信访事项",
        ["case.completed"] = "补充信访事项",
        ["case.moved"] = "办理信访事项",
        ["case.written"] = "记一条办理记录",
        ["case.struck"] = "划去一条办理记录",
        ["case.offered"] = "移交信访事项",
        ["case.taken"] = "接手信访事项",
        ["case.recused"] = "定一人回避",
        ["case.referred"] = "转送信访事项",
        ["case.referral-withdrawn"] = "收回转送的信访事项",
        ["case.referral-recorded"] = "记下外单位对转送的答复",
        ["case.referral-accepted"] = "接收转来的信访事项",
        ["case.referral-refused"] = "不接收转来的信访事项",
        ["case.referral-returned"] = "反馈转来的信访事项",
        ["case.granted"] = "借出案卷",
        ["case.grant-ended"] = "收回案卷",
        ["case.opening-asked"] = "申请调阅未成年人个案",
        ["case.opened-at-once"] = "紧急调阅信访事项",
        ["case.opening-judged"] = "批准、审查调阅",
        ["case.extension-asked"] = "申请延长信访办理期限",
        ["case.extension-granted"] = "批准延长信访办理期限",
        ["case.extension-refused"] = "不批准延长信访办理期限",
        ["case.extension-told"] = "告知延期理由",
        ["case.clock-stopped"] = "听证、暂缓，停计期限",
        ["case.clock-resumed"] = "恢复计算期限",
        ["case.limits"] = "设置本单位办理时限",
        ["case.handed-over"] = "离岗移交信访事项",
        ["case.seen"] = "查看信访事项",
        ["case.printed"] = "打印登记表",
        ["case.receipt"] = "打印回执",
        ["case.revealed"] = "查看当事人完整信息",
        ["draft.kept"] = "存下一份文稿",
        ["draft.dropped"] = "删掉存着的文稿",
        ["word.taught"] = "教核稿一种说法",
        ["word.forgotten"] = "去掉教过的说法",
        ["circular.sent"] = "发通知",
        ["circular.received"] = "签收通知",
        ["circular.answered"] = "回复通知",
        ["circular.withdrawn"] = "收回通知",
        ["period.closed"] = "锁账",
        ["sensitive.published"] = "公布敏感数据",
        ["period.reopened"] = "解锁",
        ["term.begun"] = "开始一届",
        ["term.edited"] = "修改任期",
        ["term.ended"] = "结束任期",
        ["post.elected"] = "选举任职",
        ["post.left"] = "登记离任",
        ["post.restored"] = "撤回离任",
        ["old-report.added"] = "从旧材料入账",
        ["old-report.figure-struck"] = "撤销旧材料的一个数",
        ["old-report.struck"] = "撤销旧材料的全部数",
        ["trail.archived"] = "归档操作记录",
        ["trail.verified"] = "核验操作记录",
        ["trail.exported"] = "导出操作记录",
        [FileReads.Act] = "下载文件",
        ["notice-hook.set"] = "设置推送",
        ["notice-hook.removed"] = "清除推送地址",
        ["notice-hook.tried"] = "试发提醒",
        ["notice-hook.told"] = "推送提醒",
        ["notice-hook.failed"] = "推送没有成功",
    };

    /// <summary>All kinds.</summary>
    public static IReadOnlyDictionary<string, string> AllKinds => Kinds;

    /// <summary>What was done.</summary>
    public static string Act(string act) => Others.TryGetValue(act, out var words) ? words : act.Split('.')[0] switch
    {
        AccountService.SubjectKind => AccountHistory.Name(act),
        "organisation" => OrganisationHistory.Name(act),
        _ => RecordWords.Act(act),
    };

    /// <summary>Kind of the thing.</summary>
    public static string Kind(string kind) => Kinds.GetValueOrDefault(kind, kind);
}
