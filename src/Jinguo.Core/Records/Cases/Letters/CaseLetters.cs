using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Cases.Files;
using Jinguo.Core.Records.Cases.Sharing;
using Jinguo.Office.Word;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Cases.Letters;

/// <summary>Where the templates of letters lie.</summary>
/// <param name="Path">The folder.</param>
public sealed record LetterFolder(string Path);

/// <summary>A letter that can be made.</summary>
/// <param name="Letter">The letter.</param>
/// <param name="Referrals">The referrals for which it can be made: key, to whom, when; empty where it is for none.</param>
public sealed record LetterLine(CaseLetterWord Letter, IReadOnlyList<(Guid Id, string To, DateTime SentAt)> Referrals);

/// <summary>The letters of a case.</summary>
/// <param name="Case">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="Lines">The letters that can be made of it.</param>
public sealed record LettersView(Case Case, string Number, IReadOnlyList<LetterLine> Lines);

/// <summary>A letter as it is made.</summary>
/// <param name="Code">Which letter.</param>
/// <param name="Referral">For which referral, or null.</param>
/// <param name="Opinion">Which way the decision goes, or null.</param>
public sealed record LetterChoice(string Code, Guid? Referral = null, LetterOpinion? Opinion = null);

/// <summary>A letter, made.</summary>
/// <param name="Name">Name of the file.</param>
/// <param name="Content">The .docx.</param>
public sealed record MadeLetter(string Name, byte[] Content);

/// <summary>文书: letters as Word files from templates, for who acts on the case and may read what it says. That one was made is in the trail.</summary>
public sealed class CaseLetters(Db db, CaseAccess access, CaseReader reader, CaseEvidenceBook evidence, CaseSeal seal, CaseWords words, LetterFolder folder, ChangeLog changes, TimeProvider time)
{
    /// <summary>The letters of a case; null where there is none for her. The look is in the trail.</summary>
    public async Task<LettersView?> ListAsync(Guid caseId, CancellationToken cancel = default)
    {
        if (await ReadAsync(caseId, isFull: false, cancel) is not { } view)
            return null;
        await CaseLooks.WriteAsync(db, changes, access.Actor, (view.Case.Region, view.Case.OrganisationId, view.Case.Id), fullFor: null, cancel);
        var sent = await Referrals(caseId).AsNoTracking().OrderByDescending(referral => referral.SentAt).ToListAsync(cancel);
        return new(view.Case, view.Number, [.. words.Letters.Where(letter => letter.Use != LetterUse.Protection || words.Evidence.IsFor(view.Case)).Select(Line).Where(line => !line.Letter.IsForReferral || line.Referrals.Count > 0)]);

        LetterLine Line(CaseLetterWord letter) => new(letter, [.. sent.Where(referral => Fits(letter, referral)).Select(referral => (referral.Id, referral.ToName, referral.SentAt))]);
    }

    /// <summary>Makes a letter; null where there is no such case for her, no such letter, or not what it is made for.</summary>
    /// <exception cref="FileNotFoundException">Its template is gone.</exception>
    public async Task<MadeLetter?> MakeAsync(Guid caseId, LetterChoice choice, CancellationToken cancel = default)
    {
        if (words.Letters.FirstOrDefault(letter => letter.Code == choice.Code) is not { } letter || await ReadAsync(caseId, isFull: true, cancel) is not { } view
            || await MarksAsync(letter, view, choice, cancel) is not { } marks)
            return null;
        using var template = WordTemplate.Open(new MemoryStream(await File.ReadAllBytesAsync(Path.Combine(folder.Path, letter.Name + ".docx"), cancel)));
        template.Fill(mark => marks.TryGetValue(mark.Name, out var filling) ? filling : LetterMarks.Blank);
        using var content = new MemoryStream();
        template.Save(content);
        await CaseLooks.WriteLetterAsync(db, changes, access.Actor, view.Case, letter.Name, cancel);
        return new($"{view.Number}{letter.Name}.docx", content.ToArray());
    }

    private async Task<Dictionary<string, Filling>?> MarksAsync(CaseLetterWord letter, CaseView view, LetterChoice choice, CancellationToken cancel)
    {
        var body = await db.Organisations.Where(body => body.Id == view.Case.OrganisationId).Select(body => body.Name).SingleAsync(cancel);
        var now = time.Instant();
        if (letter.IsForReferral)
        {
            if (await Referrals(view.Case.Id).AsNoTracking().SingleOrDefaultAsync(referral => referral.Id == choice.Referral, cancel) is not { } referral || !Fits(letter, referral))
                return null;
            var texts = await db.CaseReferralTexts.AsNoTracking().Where(text => text.Region == referral.Region && text.ReferralId == referral.Id).ToDictionaryAsync(text => text.Field, text => seal.Open(text), cancel);
            return LetterMarks.OfReferral(referral, seal.OpenAsks(referral), texts, body, view.Number, words, now);
        }
        var marks = LetterMarks.OfCase(view, body, words, now);
        if (letter.Use == LetterUse.Department)
            return new(marks.Where(mark => mark.Key is "单位" or "日期"), StringComparer.Ordinal);
        if (letter.Use == LetterUse.Decision)
        {
            if (choice.Opinion is not { } opinion || !Enum.IsDefined(opinion))
                return null;
            LetterMarks.AddOpinion(marks, opinion);
        }
        if (letter.Use == LetterUse.Protection)
        {
            if (await evidence.ReadAsync(view.Case.Id, cancel) is not { } list)
                return null;
            LetterMarks.AddEvidence(marks, list);
        }
        return marks;
    }

    /// <summary>The case, if she acts on it and may read what it says.</summary>
    private async Task<CaseView?> ReadAsync(Guid caseId, bool isFull, CancellationToken cancel) =>
        await reader.ReadAsync(caseId, isFull, cancel) is { MayAct: true, NeedsApproval: false } view ? view : null;

    /// <summary>The referrals that went out and were not taken back.</summary>
    private IQueryable<CaseReferral> Referrals(Guid caseId) => db.CaseReferrals.Where(referral => referral.CaseId == caseId && referral.State != ReferralState.Withdrawn);

    /// <summary>What is sent down with a day for its answer is 交办, else 转送 (条例22条); either may have to be urged.</summary>
    private static bool Fits(CaseLetterWord letter, CaseReferral referral) => letter.Use switch
    {
        LetterUse.Transfer => referral.Channel != CaseReferralService.AssignedChannel,
        LetterUse.Assignment => referral.Channel == CaseReferralService.AssignedChannel,
        LetterUse.Urging => true,
        _ => false,
    };
}
