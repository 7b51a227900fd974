using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Cases;

/// <summary>来访登记表 as it is printed and signed: a record of a complaint is evidence before a court (反家庭暴力法13条 with the interpretation on protection orders, DV-02).</summary>
/// <param name="View">The case in full.</param>
/// <param name="Body">Name of the handling body.</param>
/// <param name="PrintedAt">The time stamp (UTC).</param>
/// <param name="Hash">SHA-256 of everything on the paper and its time stamp, in hexadecimal; it stands in the trail, too, which is sealed.</param>
public sealed record CaseRecordPaper(CaseView View, string Body, DateTime PrintedAt, string Hash);

/// <summary>回执 for the petitioner.</summary>
/// <param name="Case">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="Body">Name of the handling body.</param>
/// <param name="Code">What she asks with how it stands.</param>
/// <param name="Receiver">Who received it.</param>
public sealed record CaseReceipt(Case Case, string Number, string Body, string Code, string Receiver);

/// <summary>What is printed of a case. Each print is in the trail.</summary>
public sealed class CasePapers(Db db, CaseAccess access, CaseReader reader, CaseSeal seal, ChangeLog changes, TimeProvider time)
{
    /// <summary>The paper of a case; null where there is none that she may see.</summary>
    public async Task<CaseRecordPaper?> PrintRecordAsync(Guid id, CancellationToken cancel = default)
    {
        var body = await db.Organisations.Where(body => body.Id == access.Actor.OrganisationId).Select(body => body.Name).SingleOrDefaultAsync(cancel) ?? "";
        if (await reader.ReadAsync(id, isFull: true, cancel) is not { MayAct: true, NeedsApproval: false } view)
            return null;
        var at = time.Instant();
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text(view, body, at))));
        await WriteAsync(view.Case, CaseLooks.PrintedAct, [new("hash", null, hash)], cancel);
        return new(view, body, at, hash);
    }

    /// <summary>The receipt of a case; null where there is none that she may see.</summary>
    public async Task<CaseReceipt?> PrintReceiptAsync(Guid id, CancellationToken cancel = default)
    {
        if (await access.Cases.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancel) is not { DestroyedAt: null } one || await reader.FindOfficeAsync(cancel) is not { } office)
            return null;
        var code = seal.Open(await db.CaseTexts.AsNoTracking().SingleAsync(text => text.CaseId == id && text.Field == CaseField.QueryCode, cancel));
        var receiver = await db.Accounts.Where(account => account.Id == one.ReceivedBy).Select(account => account.Name).SingleAsync(cancel);
        var body = await db.Organisations.Where(body => body.Id == one.OrganisationId).Select(body => body.Name).SingleAsync(cancel);
        await WriteAsync(one, "case.receipt", [], cancel);
        return new(one, office.NumberOf(one), body, code, receiver);
    }

    // Every word of the paper, one a line, in a fixed order: the same paper has the same hash.
    private static string Text(CaseView view, string body, DateTime at)
    {
        var one = view.Case;
        var lines = new List<string>
        {
            body, view.Number, $"{at:O}", $"{one.ReceivedAt:O}", one.Channel, one.Kind, one.Category, one.Risk, one.Visitors.ToString(CultureInfo.InvariantCulture),
            $"{one.IsRepeat} {one.IsAnonymous} {one.IsByProxy} {one.IsSkippingLevel} {one.IsUrgent}",
        };
        lines.AddRange(view.Texts.Where(text => text.Key != CaseField.QueryCode).OrderBy(text => text.Key).Select(text => $"{text.Key} {text.Value}"));
        lines.AddRange(view.Course.OrderBy(line => line.Entry.At).ThenBy(line => line.Entry.Id).Select(line => $"{line.Entry.At:O} {line.Kind} {line.Entry.WrittenByName} {line.Text} {line.StruckReason}"));
        return string.Join('\n', lines);
    }

    private async Task WriteAsync(Case one, string act, IEnumerable<FieldChange> fields, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        changes.Add(access.Actor, one.Region, one.OrganisationId, act, CaseService.SubjectKind, $"{one.Id}", fields: fields);
        await write.CommitAsync(cancel);
    }
}
