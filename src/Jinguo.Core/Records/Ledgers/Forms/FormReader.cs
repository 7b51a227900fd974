using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Forms;
using Jinguo.Core.Base.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Ledgers.Forms;

/// <summary>A form in a list.</summary>
/// <param name="Draft">The form as it stands.</param>
/// <param name="Body">Name of the body whose it is.</param>
/// <param name="Newest">Its newest published version, or null.</param>
public sealed record FormLine(FormDraft Draft, string Body, PackVersion? Newest)
{
    /// <summary>True when it was changed since it was last published.</summary>
    public bool IsChanged => Newest is null || Newest.Json != Draft.Json;
}

/// <summary>A form with what belongs on its page.</summary>
/// <param name="Draft">The form as it stands.</param>
/// <param name="Body">The body whose it is.</param>
/// <param name="Versions">What was published of it, newest first.</param>
/// <param name="Reading">The draft as read among all packs, with what is wrong with it; for bodies below the newest version.</param>
public sealed record OpenedForm(FormDraft Draft, Organisation Body, IReadOnlyList<PackVersion> Versions, OnePackReading Reading)
{
    /// <summary>The form as it would be filled in; with further fields, the whole type with them. Null while it cannot be read.</summary>
    public RecordType? Type => Reading.Pack switch
    {
        { RecordTypes: [var type, ..] } => type,
        { Additions: [var addition, ..] } when Reading.All.FindType(addition.To) is { } type => type.With(addition),
        _ => null,
    };

    /// <summary>True where it is a 簿册, right or not yet.</summary>
    public bool IsBundle => FormSheet.Of(Draft.Json).IsBundle;

    /// <summary>The set of ledgers, where it is a 簿册; else null.</summary>
    public Bundle? Bundle => Reading.Pack is { Bundles: [var bundle, ..] } ? bundle : null;

    /// <summary>What it asks besides, or null where it is a type of its own.</summary>
    public TypeAddition? Addition => Reading.Pack is { Additions: [var addition, ..] } ? addition : null;

    /// <summary>The fields that the form itself asks.</summary>
    public IReadOnlyList<Field> OwnFields => Addition?.Fields ?? Type?.Fields ?? [];

    /// <summary>Codes that a new field must not have: those of the type, and of what any body asks besides in it, because a body may be moved below another.</summary>
    public IEnumerable<string> TakenCodes => (Type?.Fields ?? []).Concat(Addition is { } addition
        ? Reading.All.Packs.SelectMany(pack => pack.Additions).Where(one => one.To == addition.To).SelectMany(one => one.Fields)
        : []).Select(one => one.Code);

    /// <summary>True when it was changed since it was last published.</summary>
    public bool IsChanged => Versions.Count == 0 || Versions[0].Json != Draft.Json;
}

/// <summary>Reads the forms that the reader may see: those of bodies in her reach, and what bodies above have published for hers.</summary>
public sealed class FormReader(Db db, Visible visible, RecordTypeCatalogCache types)
{
    /// <summary>Forms on a page.</summary>
    public const int PageSize = 50;

    /// <summary>A page of forms, by body from the top down, then by name.</summary>
    public async Task<PageOf<FormLine>> ListAsync(int page, CancellationToken cancel = default)
    {
        var (drafts, bodies, versions) = (Readable(), db.Organisations, db.PackVersions);
        var rows = await drafts.Join(bodies, draft => draft.OrganisationId, body => body.Id, (draft, body) => new { draft, body.Name, body.Path })
            .OrderBy(row => row.Path).ThenBy(row => row.draft.Name).ThenBy(row => row.draft.Id)
            .Skip((Math.Max(page, 1) - 1) * PageSize).Take(PageSize)
            .Select(row => new { row.draft, row.Name, Newest = versions.Where(version => version.Code == row.draft.Code).OrderByDescending(version => version.Version).FirstOrDefault() })
            .ToListAsync(cancel);
        return new([.. rows.Select(row => new FormLine(row.draft, row.Name, row.Newest))], await drafts.CountAsync(cancel));
    }

    /// <summary>A form, or null where the reader may not see it.</summary>
    public async Task<OpenedForm?> FindAsync(Guid id, CancellationToken cancel = default)
    {
        var bodies = db.Organisations;
        var found = await Readable().Where(draft => draft.Id == id)
            .Join(bodies, draft => draft.OrganisationId, body => body.Id, (draft, body) => new { draft, body }).SingleOrDefaultAsync(cancel);
        if (found is null)
            return null;
        var versions = await db.PackVersions.AsNoTracking().Where(version => version.Code == found.draft.Code).OrderByDescending(version => version.Version).ToListAsync(cancel);
        // Those below see what holds for them, not what its writer has in hand.
        var isBelow = !OrganisationPath.IsWithin(found.body.Path, visible.Actor.Path);
        var reading = PackReader.Read(new($"{found.draft.Code}.json", isBelow ? versions[0].Json : found.draft.Json), (await types.GetAsync(db, cancel)).Packs);
        return new(found.draft, found.body, versions, reading);
    }

    private IQueryable<FormDraft> Readable()
    {
        var drafts = db.FormDrafts.AsNoTracking();
        if (!visible.Actor.Has(Right.FormRead))
            return drafts.Where(_ => false);
        var (line, published) = (OrganisationPath.Ids(visible.Actor.Path), db.PackVersions);
        var reach = visible.Organisations(Right.FormRead);
        return drafts.Where(draft => reach.Any(body => body.Id == draft.OrganisationId)
            || (line.Contains(draft.OrganisationId) && published.Any(version => version.Code == draft.Code)));
    }
}
