using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Reorganisations;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Web.Pages.Organisations;

/// <summary>Moves, merges, splits or abolishes a body: first what it would do, then the act.</summary>
[Needs(Right.OrganisationManage)]
public sealed class ReorganiseModel(OrganisationTree tree, Visible visible, ReorganisationService service, TimeProvider time) : PageModel
{
    private const int MostTargets = 200;

    /// <summary>The acts with their names.</summary>
    public static IReadOnlyList<(string Act, string Name, string Note)> Acts { get; } =
    [
        ("move", "划转", "连同下级，整个划到另一个上级下面"),
        ("merge", "并入", "撤并到另一个同级组织，下级归它"),
        ("split", "划出部分下级", "选几个下级，划给另一个组织"),
        ("abolish", "撤销", "没有接收的组织，下级要先划走"),
    ];

    [BindProperty]
    public Form Input { get; set; } = new();

    public Organisation Body { get; private set; } = null!;

    public Organisation? Parent { get; private set; }

    public IReadOnlyList<Organisation> Children { get; private set; } = [];

    /// <summary>Where it may go: bodies of its own and its superior's level.</summary>
    public IReadOnlyList<Organisation> Targets { get; private set; } = [];

    /// <summary>What it would do; null before a trial.</summary>
    public ReorganisationEffect? Effect { get; private set; }

    /// <summary>The fields of the form.</summary>
    public sealed class Form
    {
        public Guid ClientKey { get; set; } = Guid.CreateVersion7();

        public string Act { get; set; } = "move";

        public string? Target { get; set; }

        public List<int> Children { get; set; } = [];

        public DateOnly? From { get; set; }

        public string? Document { get; set; }

        public string? Reason { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
            return NotFound();
        Input.From = time.Today();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, string step, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
            return NotFound();
        if (!ModelState.IsValid)
            return Page();
        var done = await DoAsync(isTrial: step != "do", cancel);
        if (!done.Done)
        {
            ModelState.Add(done.Problems);
            return Page();
        }
        if (step != "do")
        {
            Effect = done.Value;
            return Page();
        }
        this.Tell(MessageKind.Ok, $"已办理：{Acts.First(act => act.Act == Input.Act).Name}，{Input.From:yyyy年M月d日}起生效。");
        return LocalRedirect($"/organisations/{id}");
    }

    private async Task<Outcome<ReorganisationEffect>> DoAsync(bool isTrial, CancellationToken cancel)
    {
        if (Input.From is not { } from)
            return new Problem("reorganisation.from.missing", "请填生效日期。", nameof(Input.From));
        var order = new ReorganisationOrder(Input.ClientKey, from, Input.Document ?? "", Input.Reason);
        if (Input.Act == "abolish")
            return await service.AbolishAsync(Body.Id, order, isTrial, cancel);
        if (string.IsNullOrWhiteSpace(Input.Target))
            return new Problem("reorganisation.target.missing", "请填到哪个组织，写全称或代码。", nameof(Input.Target));
        var target = (await visible.Organisations(Right.OrganisationManage).ResolveAsync([Input.Target], cancel: cancel))[Input.Target];
        if (!target.Done)
            return Outcome<ReorganisationEffect>.Refused([.. target.Problems.Select(problem => problem with { Field = nameof(Input.Target) })]);
        return Input.Act switch
        {
            "merge" => await service.MergeAsync(new([Body.Id], target.Value.Id), order, isTrial, cancel),
            "split" when Input.Children.Count == 0 => new Problem("reorganisation.split.none", "请选要划出的下级。", nameof(Input.Children)),
            "split" => await service.SplitAsync(new(Body.Id, [.. Input.Children.Select(child => new BodyMove(child, target.Value.Id))]), order, isTrial, cancel),
            "move" => await service.MoveAsync(new(Body.Id, target.Value.Id), order, isTrial, cancel),
            _ => new Problem("reorganisation.act", "请选怎么调整。", nameof(Input.Act)),
        };
    }

    private async Task<bool> FindAsync(int id, CancellationToken cancel)
    {
        if (await tree.FindAsync(id, Right.OrganisationManage, cancel) is not { ParentId: not null, ValidTo: null } body)
            return false;
        Body = body;
        var near = await visible.Organisations(Right.OrganisationManage)
            .Where(one => one.ValidTo == null && (one.ParentId == id || (one.Id != id && one.Level <= body.Level)))
            .OrderByDescending(one => one.Id == body.ParentId).ThenByDescending(one => one.ParentId == id).ThenByDescending(one => one.ParentId == body.ParentId).ThenByDescending(one => one.Level).ThenBy(one => one.Code)
            .Take(MostTargets)
            .ToListAsync(cancel);
        Parent = near.Find(one => one.Id == body.ParentId);
        Children = near.FindAll(one => one.ParentId == id);
        Targets = near.FindAll(one => one.ParentId != id);
        return true;
    }
}
