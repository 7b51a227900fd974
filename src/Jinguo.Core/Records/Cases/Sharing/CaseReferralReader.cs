using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Cases.Sharing;

/// <summary>How the case stands that another body made of a referral: nothing of what it says.</summary>
/// <param name="Number">Its number there.</param>
/// <param name="Stage">Where it stands.</param>
/// <param name="DueAt">By when something must be done there (UTC), or null.</param>
/// <param name="ClosedAt">When it was closed (UTC), or null.</param>
public sealed record ReceivedStanding(string Number, CaseStage Stage, DateTime? DueAt, DateTime? ClosedAt);

/// <summary>A referral as the sender's side sees it.</summary>
/// <param name="Referral">The row.</param>
/// <param name="Asks">What was asked for.</param>
/// <param name="ConsentWords">To what she agreed, or why it was told without her consent.</param>
/// <param name="Fields">Which texts went along.</param>
/// <param name="Answer">Why it was refused, or the result; null before.</param>
/// <param name="Standing">How the other body's case stands; null before it accepts, and outside.</param>
public sealed record ReferralView(CaseReferral Referral, string Asks, string ConsentWords, IReadOnlyList<CaseField> Fields, string? Answer, ReceivedStanding? Standing);

/// <summary>A referral in the list of a body that is asked: nobody's name is in it.</summary>
/// <param name="Referral">The row.</param>
/// <param name="From">Name of the body that sent it.</param>
public sealed record IncomingLine(CaseReferral Referral, string From);

/// <summary>A referral as the body that is asked sees it.</summary>
/// <param name="Referral">The row.</param>
/// <param name="From">Name of the body that sent it.</param>
/// <param name="Asks">What is asked for.</param>
/// <param name="Texts">What goes along, masked unless it was asked for in full.</param>
public sealed record IncomingView(CaseReferral Referral, string From, string Asks, IReadOnlyDictionary<CaseField, string> Texts);

/// <summary>Reads referrals: sent with a case, and waiting for the own body.</summary>
public sealed class CaseReferralReader(Db db, CaseAccess access, CaseSeal seal, ChangeLog changes)
{
    /// <summary>Referrals on a page.</summary>
    public const int PageSize = 50;

    /// <summary>How many wait for the own body to be accepted.</summary>
    public Task<int> CountIncomingAsync(CancellationToken cancel = default) => access.Incoming.CountAsync(cancel);

    /// <summary>A page of those that wait, the nearest day first.</summary>
    public async Task<PageOf<IncomingLine>> ListIncomingAsync(int page, CancellationToken cancel = default)
    {
        var bodies = db.Organisations;
        var lines = await access.Incoming.AsNoTracking().OrderBy(one => one.AnswerBy == null).ThenBy(one => one.AnswerBy).ThenBy(one => one.SentAt).ThenBy(one => one.Id)
            .Skip((Math.Max(page, 1) - 1) * PageSize).Take(PageSize)
            .Select(one => new { Referral = one, From = bodies.Where(body => body.Id == one.FromId).Select(body => body.Name).First() })
            .ToListAsync(cancel);
        return new([.. lines.Select(line => new IncomingLine(line.Referral, line.From))], await access.Incoming.CountAsync(cancel));
    }

    /// <summary>Opens a referral that waits; null where there is none for her. The look is in the trail of the case from which it came.</summary>
    /// <param name="id">The referral.</param>
    /// <param name="fullFor">Why who she is must be seen in full; null shows it masked. A minor is shown masked until somebody accepts.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<IncomingView?> OpenIncomingAsync(Guid id, string? fullFor, CancellationToken cancel = default)
    {
        if (await access.Incoming.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancel) is not { } referral)
            return null;
        fullFor = referral.IsMinor ? null : fullFor;
        await CaseLooks.WriteAsync(db, changes, access.Actor, (referral.Region, referral.FromId, referral.CaseId), fullFor, cancel);
        var from = await db.Organisations.Where(body => body.Id == referral.FromId).Select(body => body.Name).SingleAsync(cancel);
        var texts = await db.CaseReferralTexts.AsNoTracking().Where(text => text.ReferralId == id).ToDictionaryAsync(text => text.Field, cancel);
        return new(referral, from, seal.OpenAsks(referral), texts.ToDictionary(text => text.Key, text => fullFor is null ? CaseMasks.Of(text.Key, seal.Open(text.Value)) : seal.Open(text.Value)));
    }

    /// <summary>What was sent with a case on which she may act, the newest first; nothing otherwise, nor where she may not read what a minor's case says.</summary>
    public async Task<IReadOnlyList<ReferralView>> ListSentAsync(Guid caseId, CancellationToken cancel = default)
    {
        var (own, texts) = (access.Cases, db.CaseReferralTexts);
        var rows = await (
            from sent in db.CaseReferrals.AsNoTracking()
            join one in own on new { sent.Region, Id = sent.CaseId } equals new { one.Region, one.Id }
            where one.Id == caseId
            orderby sent.SentAt descending, sent.Id descending
            select new
            {
                Sent = sent,
                Case = one,
                Fields = texts.Where(text => text.Region == sent.Region && text.ReferralId == sent.Id).Select(text => text.Field).ToList(),
            }).AsSingleQuery().ToListAsync(cancel);
        if (rows.Count == 0 || !await access.MayReadTextsAsync(rows[0].Case, cancel))
            return [];
        var received = await ListReceivedAsync([.. rows.Select(row => row.Sent.ReceivedCaseId).OfType<Guid>()], cancel);
        return rows.ConvertAll(row => new ReferralView(row.Sent, seal.OpenAsks(row.Sent), seal.OpenConsent(row.Sent.Id, row.Sent.Consent), [.. row.Fields.Order()], seal.OpenAnswer(row.Sent),
            row.Sent.ReceivedCaseId is { } id ? received.GetValueOrDefault(id) : null));
    }

    /// <summary>The referral of which a case on which she may act was made; null where it was not, or is out of sight.</summary>
    public async Task<IncomingLine?> FindOriginAsync(Guid caseId, CancellationToken cancel = default)
    {
        if (!await access.Cases.AnyAsync(one => one.Id == caseId, cancel))
            return null;
        var bodies = db.Organisations;
        var found = await db.CaseReferrals.AsNoTracking().Where(one => one.ReceivedCaseId == caseId)
            .Select(one => new { Referral = one, From = bodies.Where(body => body.Id == one.FromId).Select(body => body.Name).First() }).SingleOrDefaultAsync(cancel);
        return found is null ? null : new(found.Referral, found.From);
    }

    // Asked by itself: the other body may lie in another region, so on another server.
    private async Task<Dictionary<Guid, ReceivedStanding>> ListReceivedAsync(IReadOnlyList<Guid> ids, CancellationToken cancel)
    {
        if (ids.Count == 0)
            return [];
        var received = await db.Cases.AsNoTracking().Where(one => ids.Contains(one.Id))
            .Join(db.CaseOffices, one => one.OrganisationId, office => office.OrganisationId, (one, office) => new { Case = one, Office = office }).ToListAsync(cancel);
        return received.ToDictionary(row => row.Case.Id, row => new ReceivedStanding(row.Office.NumberOf(row.Case), row.Case.Stage, row.Case.DueAt, row.Case.ClosedAt));
    }
}
