using System.Text.Json;
using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Figures.Reading;
using Jinguo.Office.Mentions;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Reports.Checking;

/// <summary>The words by which drafts are read as the product ships them: <c>packs/checking/lexicon.json</c>.</summary>
/// <param name="Json">The text of the file.</param>
public sealed record ShippedLexicon(string Json);

/// <summary>The words by which the drafts of a body are read: those shipped, and what it and the bodies above taught.</summary>
/// <param name="Lexicon">For <see cref="MentionReader"/>.</param>
/// <param name="Meanings">Measures that wordings with a unit mean; the nearest body decides.</param>
public sealed record WordsOfBody(MentionLexicon Lexicon, IReadOnlyDictionary<(string Wording, string Unit), FigureKey> Meanings);

/// <summary>What bodies teach the reader of their drafts.</summary>
public sealed class TaughtWords(Db db, Visible visible, FigureBook figures, ShippedLexicon shipped, ChangeLog changes, TimeProvider time)
{
    /// <summary>Words on a page.</summary>
    public const int PageSize = 50;

    private const string Subject = "taught-word";

    /// <summary>The words by which drafts of a body are read.</summary>
    /// <param name="path">Path of the body; the root for none.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<WordsOfBody> ReadAsync(string path, CancellationToken cancel = default)
    {
        var line = OrganisationPath.Ids(path);
        // A wording means the same to all bodies below: like the names of measures it is not protected.
        var taught = await db.TaughtWords.AsNoTracking().Where(word => line.Contains(word.OrganisationId)).ToListAsync(cancel);
        var meanings = new Dictionary<(string, string), FigureKey>();
        foreach (var word in taught.Where(word => word.Kind == TaughtKind.Measure).OrderBy(word => Array.IndexOf(line, word.OrganisationId)))
            meanings[(word.Text, word.Unit)] = FigureKey.Parse(word.Figure!);
        var own = JsonSerializer.Serialize(new
        {
            names = taught.Where(word => word.Kind == TaughtKind.Name).Select(word => word.Text),
            units = taught.Where(word => word.Kind == TaughtKind.Unit).Select(word => word.Text),
        });
        return new(MentionLexicon.Read(shipped.Json, own), meanings);
    }

    /// <summary>What a body taught, the newest first.</summary>
    public async Task<PageOf<TaughtWord>> ListAsync(int organisationId, int page, CancellationToken cancel = default)
    {
        var words = visible.Of<TaughtWord>(Right.ReportRead).AsNoTracking().Where(word => word.OrganisationId == organisationId);
        return new(await words.OrderByDescending(word => word.TaughtAt).ThenBy(word => word.Id).Skip((Math.Max(page, 1) - 1) * PageSize).Take(PageSize).ToListAsync(cancel), await words.CountAsync(cancel));
    }

    /// <summary>Teaches that a wording with a unit means a measure; teaching it anew replaces what was taught.</summary>
    public async Task<Outcome<TaughtWord>> TeachMeaningAsync(int organisationId, string wording, string unit, FigureKey figure, CancellationToken cancel = default)
    {
        var known = await figures.ListHeadingsAsync(withOptions: true, cancel);
        if (!known.Any(heading => heading.Key == figure))
            return new Problem("checking.measure.unknown", "没有这个数据项，请从列出的里面选。", "figure");
        return await TeachAsync(organisationId, TaughtKind.Measure, wording, unit, figure.ToString(), cancel);
    }

    /// <summary>Teaches a name that is no number, or a unit.</summary>
    /// <returns>The word. Problems: its length; a name that is a number and nothing else, which would hide that number everywhere.</returns>
    public async Task<Outcome<TaughtWord>> TeachAsync(int organisationId, TaughtKind kind, string text, CancellationToken cancel = default)
    {
        text = text.Trim();
        return kind == TaughtKind.Name && new MentionReader(MentionLexicon.Read(shipped.Json)).Read(text) is [var number] && number.Text.Length == text.Length
            ? new Problem("checking.name.number", $"“{text}”只是一个数，这样教会让所有的“{text}”都不核。请把名称写全，例如“三访三助”。", "text")
            : await TeachAsync(organisationId, kind, text, "", null, cancel);
    }

    /// <summary>Forgets what was taught.</summary>
    public async Task<Outcome<TaughtWord>> ForgetAsync(Guid id, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await visible.Of<TaughtWord>(Right.ReportWrite).SingleOrDefaultAsync(word => word.Id == id, cancel) is not { } word)
            return Problem.NotFound("这个词");
        db.TaughtWords.Remove(word);
        changes.Add(visible.Actor, word.Region, word.OrganisationId, "word.forgotten", Subject, $"{word.Id}", fields: [new("text", word.Text, null)]);
        await db.SaveChangesAsync(cancel);
        await write.CommitAsync(cancel);
        return word;
    }

    private async Task<Outcome<TaughtWord>> TeachAsync(int organisationId, TaughtKind kind, string text, string unit, string? figure, CancellationToken cancel)
    {
        text = text.Trim();
        if (text.Length is 0 or > TaughtWord.LongestText || unit.Length > TaughtWord.LongestText)
            return new Problem("checking.word.length", $"请写1到{TaughtWord.LongestText}个字。", "text");
        await using var write = await db.BeginWriteAsync(cancel);
        if (await visible.Organisations(Right.ReportWrite).SingleOrDefaultAsync(one => one.Id == organisationId, cancel) is not { } body)
            return Problem.NotFound("这个组织");
        var word = await db.TaughtWords.SingleOrDefaultAsync(one => one.OrganisationId == body.Id && one.Kind == kind && one.Text == text && one.Unit == unit, cancel);
        if (word is not null && word.Figure == figure)
            return word;
        var before = word?.Figure;
        if (word is null)
            db.TaughtWords.Add(word = new() { Region = body.Region, Id = Guid.CreateVersion7(time.GetUtcNow()), OrganisationId = body.Id, Kind = kind, Text = text, Unit = unit, TaughtBy = visible.Actor.Name });
        (word.Figure, word.TaughtAt, word.TaughtBy) = (figure, time.Instant(), visible.Actor.Name);
        changes.Add(visible.Actor, body.Region, body.Id, "word.taught", Subject, $"{word.Id}", fields: [new("text", null, text), new("figure", before, figure)]);
        await db.SaveChangesAsync(cancel);
        await write.CommitAsync(cancel);
        return word;
    }
}
