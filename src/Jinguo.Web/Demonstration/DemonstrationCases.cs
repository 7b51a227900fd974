using Jinguo.Core.Base;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Cases;
using Jinguo.Core.Records.Cases.Files;
using Jinguo.Core.Records.Cases.Limits;
using Jinguo.Office.Documents;
using Jinguo.Office.Word;

namespace Jinguo.Web.Demonstration;

/// <summary>Gives the county of the demonstration cases in hand, all of them invented: one in danger, with a file and its evidence, one just asked, one answered, one nearly overdue, one sent by a department.</summary>
public sealed class DemonstrationCases(CaseService service, CaseReader reader, CaseFileService files, CaseEvidenceBook evidence, CaseClockService clocks, DemonstrationReception reception, TimeProvider time)
{
    private const int ExtensionDays = 20;

    private const int DaysBack = 20;
    private const string Phone = "13800001234";

    /// <summary>Since when the county handles its cases here; until then its ledger told their counts.</summary>
    public static DateOnly From(DateOnly today) => today.AddDays(-DaysBack);

    /// <summary>Loads them for the chair who works here, where the county is not switched on yet.</summary>
    /// <param name="colleague">Who is asked to take one over (<see cref="AskAsync"/>).</param>
    public async Task LoadAsync(Guid colleague)
    {
        if (await reader.FindOfficeAsync() is not null)
            return;
        var today = time.Today();
        await DoneAsync(service.SwitchOnAsync(From(today), "凤妇访"));
        var danger = await ReceiveAsync(17, "visit", "claim", "violence", "red", "丈夫酒后动手，孩子在场，想知道能不能申请保护令", "只在工作日9:00至11:00打她本人电话；不发短信，不留言，不上门。别人接听就说打错了。", "当天陪同报警", 16);
        danger = await ActAsync(danger, CaseAct.Accept, 14, "属妇联职责，当面书面告知；转介法律援助中心。", "约派出所了解出警情况", 12);
        danger = await StepAsync(danger, CaseStep.Warning, 12, "派出所出具告诫书，抄送本会和村委会。", "陪同到法院申请保护令", 8);
        danger = await StepAsync(danger, CaseStep.ReturnVisit, 10, "按约定打电话，她暂住亲属家，情况平稳。", "陪同到法院申请保护令", 6);
        danger = await StepAsync(danger, CaseStep.OrderApplied, 6, "法院当天受理，证据有告诫书、伤情照片和本会的接谈记录。", "等法院裁定", 3);
        danger = await StepAsync(danger, CaseStep.OrderMade, 4, "法院作出人身安全保护令，送达她本人和派出所。", "按上面的约定打电话，问安全、住处和孩子上学", 3);
        danger = await StepAsync(danger, CaseStep.ReturnVisit, 3, "电话回访，她已回自己家，对方没有再来。", "按上面的约定打电话，问安全、住处和孩子上学", -3);
        await AddEvidenceAsync(danger);
        var custody = await ReceiveAsync(9, "call", "advice", "custody", "yellow", "离婚后对方不让看孩子，问怎么办");
        custody = await ActAsync(custody, CaseAct.Accept, 8, "电话告知受理，约双方来调解。", "调解", -4);
        var wages = await ReceiveAsync(5, "call", "advice", "wages", "green", "产假工资被扣，问找谁");
        await ActAsync(wages, CaseAct.Answer, 5, "当场告知找人社局劳动监察，并给了电话。");
        await ReceiveAsync(14, "online", "claim", "land", "green", "外嫁后土地承包权没有了，请求帮助");
        var sent = await ReceiveAsync(11, "department", "claim", "maintenance", "green", "两个儿子都不赡养，请求调解");
        sent = await ActAsync(sent, CaseAct.Accept, 10, "书面告知本人已受理。", "上门调解", 5);
        sent = await StepAsync(sent, CaseStep.Agreement, 5, "达成赡养协议，三方签字。", "出具意见书", 2);
        sent = await ActAsync(sent, CaseAct.Decide, 2, "支持：两子按月给付，村委会监督。", "送达本人", -3);
        await DoneAsync(service.OfferAsync(custody.Id, colleague));
        await reception.LoadAsync(sent);
    }

    /// <summary>For the colleague who works here: takes over what is offered to her, and asks for more time for it, which waits for the chair.</summary>
    public async Task AskAsync()
    {
        if ((await reader.ListAsync(CaseFilter.Mine, 1)).Lines is not [{ Case: { } offered }, ..])
            return;
        var one = await DoneAsync(service.TakeOverAsync(offered.Id));
        await DoneAsync(clocks.AskAsync(new(Key(), one.Id, one.Version, ExtensionDays, "双方约好下个月再谈一次孩子的探望，谈成再出意见书。")));
    }

    private async Task AddEvidenceAsync(Case one)
    {
        using var content = new MemoryStream();
        WordWriter.Write(new Document("经过说明", [new Paragraph("（演示）张某某口述：当晚丈夫酒后动手，孩子在场，邻居帮助报警。所写的人和事都是编的。")]), HouseStyle.Standard, content);
        await DoneAsync(files.AddAsync(new(Key(), one.Id, one.Version, "经过说明.docx", content.ToArray(), "statement")));
        var list = (await evidence.ReadAsync(one.Id))!;
        var ticked = new Dictionary<string, string> { ["statement"] = "本人口述一份，已签名", ["warning"] = "派出所出具的告诫书1份", ["recording"] = "伤情照片3张" };
        await DoneAsync(evidence.SaveAsync(one.Id, list.Case.Version, ticked));
    }

    private async Task<Case> ReceiveAsync(int daysAgo, string channel, string kind, string category, string risk, string request, string? safeContact = null, string? next = null, int nextDaysAgo = 0)
    {
        var texts = new Dictionary<CaseField, string> { [CaseField.Name] = "张某某", [CaseField.Phone] = Phone, [CaseField.Request] = request };
        if (safeContact is not null)
            texts[CaseField.SafeContact] = safeContact;
        if (next is not null)
            texts[CaseField.NextStep] = next;
        return await DoneAsync(service.ReceiveAsync(new(Key(), channel, kind, category, risk, At(daysAgo, 9), texts) { NextStepDue = next is null ? null : time.Today().AddDays(-nextDaysAgo) }));
    }

    private Task<Case> ActAsync(Case one, CaseAct act, int daysAgo, string text, string? next = null, int nextDaysAgo = 0) =>
        DoneAsync(service.MoveAsync(act, Line(one, daysAgo, text, next, nextDaysAgo)));

    private Task<Case> StepAsync(Case one, CaseStep step, int daysAgo, string text, string? next = null, int nextDaysAgo = 0) =>
        DoneAsync(service.WriteDownAsync(step, Line(one, daysAgo, text, next, nextDaysAgo)));

    private CaseDone Line(Case one, int daysAgo, string text, string? next, int nextDaysAgo) =>
        new(Key(), one.Id, one.Version, At(daysAgo, 10), text) { Next = new(next, next is null ? null : time.Today().AddDays(-nextDaysAgo)) };

    // In the morning in China; an hour apart, what follows on the same day stands behind.
    private DateTime At(int daysAgo, int hour) => China.Start(time.Today().AddDays(-daysAgo)).AddHours(hour);

    private Guid Key() => Guid.CreateVersion7(time.GetUtcNow());

    internal static async Task<T> DoneAsync<T>(Task<Outcome<T>> act) =>
        await act is { Done: true } done ? done.Value : throw new InvalidOperationException($"The cases of the demonstration could not be loaded: {string.Join(' ', (await act).Problems.Select(problem => problem.Text))}");
}
