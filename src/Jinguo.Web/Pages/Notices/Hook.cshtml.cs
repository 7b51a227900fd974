using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Notices;
using Jinguo.Core.Base.Time;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Jinguo.Web.Pages.Notices;

/// <summary>推送到群: the web hook of the body, set by its chair.</summary>
[Needs(Right.NoticeHookManage)]
public sealed class HookModel(NoticeHookService hooks, Settings settings, TimeProvider time) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public ShownHook? Shown { get; private set; }

    /// <summary>The settings, where there is an address.</summary>
    public NoticeHook? Hook => Shown is { Masked: not null } ? Shown.Hook : null;

    public DateOnly Today => time.Today();

    /// <summary>Key of the form that sends a trial.</summary>
    public Guid TrialKey { get; } = Guid.CreateVersion7(time.GetUtcNow());

    public IReadOnlyList<SelectListItem> Products { get; } = [new("企业微信", nameof(HookProduct.WeCom)), new("钉钉", nameof(HookProduct.DingTalk))];

    public IReadOnlyList<SelectListItem> Hours { get; } =
        [.. Enumerable.Range(HookChecks.EarliestHour, HookChecks.LatestHour - HookChecks.EarliestHour + 1).Select(hour => new SelectListItem($"{hour}点", $"{hour}"))];

    /// <summary>What became of the last message.</summary>
    public string State => Hook switch
    {
        null => "没有设置，不推送。",
        { IsOn: false } => "已设置，没有打开，不推送。",
        { ToldAt: { } told } => $"已打开。最近一次发出：{Show.Moment(told, Today)}。",
        _ => "已打开，还没有发过。",
    };

    /// <summary>The fields of the form.</summary>
    public sealed class Form
    {
        public HookProduct Product { get; set; } = HookProduct.WeCom;

        public string? Address { get; set; }

        public string? Secret { get; set; }

        public List<NoticeGroup> Groups { get; set; } = [];

        public int Hour { get; set; } = HookChecks.UsualHour;

        public bool IsOn { get; set; }

        public int Version { get; set; }
    }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Shown = await hooks.FindAsync(cancel);
        Input = Shown?.Hook is { } hook
            ? new() { Product = hook.Product, Groups = [.. hook.ToldGroups], Hour = hook.Hour, IsOn = hook.IsOn, Version = hook.Version }
            : new() { Groups = [NoticeGroup.Overdue, NoticeGroup.Soon, NoticeGroup.Returned] };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        await AfterAsync(await hooks.SetAsync(new(Input.Product, Input.Address, Input.Secret, Input.Groups, Input.Hour, Input.IsOn, Input.Version), cancel), "设置已存下。", cancel);

    public async Task<IActionResult> OnPostTryAsync(Guid key, CancellationToken cancel)
    {
        var tried = await hooks.TryAsync(key, settings.PublicAddress, cancel);
        this.Tell(tried.Done ? MessageKind.Ok : MessageKind.Warn, tried.Done ? "试发成功，请到群里看。" : $"试发没有成功：{tried.Problems[0].Text}");
        return LocalRedirect("/notices/hook");
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancel) => await AfterAsync(await hooks.RemoveAsync(cancel), "地址已清除，不再推送。", cancel);

    private async Task<IActionResult> AfterAsync(Outcome<NoticeHook> outcome, string done, CancellationToken cancel)
    {
        if (outcome.Done)
        {
            this.Tell(MessageKind.Ok, done);
            return LocalRedirect("/notices/hook");
        }
        Shown = await hooks.FindAsync(cancel);
        // What is secret is typed anew.
        ModelState.Clear();
        (Input.Address, Input.Secret) = (null, null);
        foreach (var problem in outcome.Problems)
            ModelState.AddModelError(problem.Field is { } field ? "Input." + char.ToUpperInvariant(field[0]) + field[1..] : "", problem.Text);
        return Page();
    }
}
