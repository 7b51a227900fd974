using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.ClientKeys;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Time;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Base.Organisations;

/// <summary>The acts on bodies. Every act is one transaction with its entry in the history.</summary>
public sealed class OrganisationService(Db db, Visible visible, ChangeLog changes, SentForms forms, TimeProvider time)
{
    /// <summary>Kind of bodies in the history.</summary>
    public const string SubjectKind = "organisation";

    /// <summary>Adds a body below one that the actor keeps. Sent twice with one client key, the second finds the first.</summary>
    public async Task<Outcome<Organisation>> AddAsync(NewOrganisation input, CancellationToken cancel = default)
    {
        if (await visible.Organisations(Right.OrganisationManage).SingleOrDefaultAsync(body => body.Id == input.ParentId, cancel) is not { } parent)
            return Problem.NotFound("上级组织");
        var problems = OrganisationChecks.Check(input, parent);
        if (input.ValidFrom > time.Today())
            problems.Add(new("organisation.from.future", "成立日期晚于今天，请改成今天或以前的日期。", nameof(input.ValidFrom)));
        if (problems.Exists(problem => problem.Level == ProblemLevel.Error))
            return Outcome<Organisation>.Refused(problems);

        await using var write = await db.BeginWriteAsync(cancel);
        var id = (await OrganisationIds.ReserveAsync(db, 1, cancel))[0];
        if (await forms.ClaimAsync(input.ClientKey, SubjectKind, $"{id}", cancel) is { } made)
            return await GetAsync(int.Parse(made, System.Globalization.CultureInfo.InvariantCulture), cancel);
        if (await TakenAsync(input, parent, cancel) is { } taken)
            return taken;

        var isDivision = input.Kind == OrganisationKind.Federation;
        var code = isDivision ? input.Code!.Trim() : await NextCodeAsync(parent, cancel);
        if (code is null)
            return new Problem("organisation.code.full", $"{parent.Name}下面已有{OrganisationChecks.LargestNumber}个编号，请先在它下面设一级，再往下加。", nameof(input.Kind));
        var body = New(input, parent, id, code);
        db.Organisations.Add(body);
        db.OrganisationEdges.Add(Edge(body));
        changes.Add(visible.Actor, body.Region, body.Id, "organisation.added", SubjectKind, $"{body.Id}", fields:
        [
            new("name", null, body.Name),
            new("code", null, body.Code),
            new("kind", null, body.Kind.Name()),
            new("level", null, body.Level.Name()),
            new("parent", null, parent.Name),
        ]);
        await db.SaveChangesAsync(cancel);
        await write.CommitAsync(cancel);
        return Outcome<Organisation>.With(body, problems);
    }

    /// <summary>
    /// Changes name, place or kind. An edit of a version that somebody else has changed since is refused with
    /// <see cref="Problem.StaleCode"/>; nothing changed is no act.
    /// </summary>
    public async Task<Outcome<Organisation>> EditAsync(OrganisationEdit input, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await visible.Organisations(Right.OrganisationManage).AsTracking().SingleOrDefaultAsync(body => body.Id == input.Id, cancel) is not { } body)
            return Problem.NotFound("这个组织");
        var problems = OrganisationChecks.Check(input, body);
        if (problems.Count > 0)
            return problems;
        if (body.Version != input.Version)
            return new Problem(Problem.StaleCode, $"您打开之后，别人已经改过{body.Name}。两个版本都在下面，请核对后再保存。");
        var name = OrganisationChecks.Clean(input.Name);
        if (name == body.Name && input.Order == body.Order && input.Kind == body.Kind && input.Renaming is null)
            return body;
        if (name != body.Name && await HasSiblingAsync(body.ParentId, name, body.Id, cancel))
            return NameTaken(name);
        if (input.Renaming is { } renaming && await RenameAsync(body, name, renaming, cancel) is { Count: > 0 } wrong)
            return wrong;

        changes.Add(visible.Actor, body.Region, body.Id, input.Renaming is null ? "organisation.edited" : "organisation.renamed", SubjectKind, $"{body.Id}", fields:
        [
            new("from", null, input.Renaming is { } day ? $"{day.From:yyyy-MM-dd}" : null),
            new("document", null, input.Renaming?.Document.Trim()),
            new("name", body.Name, name),
            new("order", $"{body.Order}", $"{input.Order}"),
            new("kind", body.Kind.Name(), input.Kind.Name()),
        ]);
        (body.Name, body.Initials, body.Order, body.Kind) = (name, PinyinInitials.Of(name), input.Order, input.Kind);
        body.Version++;
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Problem(Problem.StaleCode, "您打开之后，别人已经改过这个组织。请核对后再保存。");
        }
        await write.CommitAsync(cancel);
        return body;
    }

    /// <summary>Keeps the name that the body had until now.</summary>
    private async Task<List<Problem>> RenameAsync(Organisation body, string name, Renaming renaming, CancellationToken cancel)
    {
        var last = await db.FormerNames.Where(one => one.OrganisationId == body.Id).MaxAsync(one => (DateOnly?)one.LastDay, cancel);
        var problems = OrganisationChecks.Check(renaming, name, body, last, time.Today());
        if (problems.Count == 0)
            db.FormerNames.Add(new() { Region = body.Region, OrganisationId = body.Id, LastDay = renaming.From.AddDays(-1), Name = body.Name, Document = renaming.Document.Trim() });
        return problems;
    }

    internal static OrganisationEdge Edge(Organisation body) =>
        new() { Region = body.Region, OrganisationId = body.Id, ValidFrom = body.ValidFrom, ParentId = body.ParentId, Path = body.Path };

    internal static Organisation New(NewOrganisation input, Organisation? parent, int id, string code)
    {
        var level = parent is null ? input.Level!.Value : OrganisationChecks.LevelOf(input.Kind, input.Level, parent);
        var name = OrganisationChecks.Clean(input.Name);
        return new()
        {
            Id = id,
            Region = OrganisationRegion.Of(parent?.Region ?? 0, id, input.Kind, level),
            Code = code,
            Name = name,
            Initials = PinyinInitials.Of(name),
            Level = level,
            Kind = input.Kind,
            ParentId = parent?.Id,
            Path = OrganisationPath.Of(parent?.Path, id),
            ValidFrom = input.ValidFrom ?? OrganisationChecks.AlwaysThere,
        };
    }

    private Task<Organisation> GetAsync(int id, CancellationToken cancel) =>
        visible.Organisations(Right.OrganisationManage).SingleAsync(body => body.Id == id, cancel);

    private async Task<Problem?> TakenAsync(NewOrganisation input, Organisation parent, CancellationToken cancel)
    {
        if (input.Kind == OrganisationKind.Federation)
        {
            var code = input.Code!.Trim();
            var holder = await db.Organisations.Where(body => body.Code == code).Select(body => body.Name).SingleOrDefaultAsync(cancel);
            if (holder is not null)
                return new("organisation.code.taken", $"代码{code}已经是{holder}的，请核对。", nameof(input.Code));
        }
        var name = OrganisationChecks.Clean(input.Name);
        return await HasSiblingAsync(parent.Id, name, except: 0, cancel) ? NameTaken(name) : null;
    }

    private static Problem NameTaken(string name) =>
        new("organisation.name.taken", $"同一个上级下面已有{name}，请换一个名称，或改用已有的。", nameof(NewOrganisation.Name));

    private Task<bool> HasSiblingAsync(int? parentId, string name, int except, CancellationToken cancel) =>
        db.Organisations.AnyAsync(body => body.ParentId == parentId && body.Name == name && body.Id != except, cancel);

    private async Task<string?> NextCodeAsync(Organisation parent, CancellationToken cancel)
    {
        var stem = parent.Code + "-";
        var codes = await db.Organisations.Where(body => body.ParentId == parent.Id && string.Compare(body.Code, stem) > 0 && string.Compare(body.Code, stem + ":") < 0)
            .Select(body => body.Code).ToListAsync(cancel);
        var next = OrganisationCode.NextNumber(codes.Select(code => code[stem.Length..]));
        return next > OrganisationChecks.LargestNumber ? null : $"{stem}{next:000}";
    }
}
