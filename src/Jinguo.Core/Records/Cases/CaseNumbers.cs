using System.Globalization;
using System.Text.RegularExpressions;
using Jinguo.Core.Base.Data;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Cases;

/// <summary>Finds a case by what the petitioner or a letter quotes: its number or the code on the receipt.</summary>
public sealed partial class CaseNumbers(Db db, CaseAccess access, CaseSeal seal)
{
    /// <summary>The key of the case among those that the door gave; null where there is none.</summary>
    internal async Task<Guid?> FindAsync(IQueryable<Case> cases, string numberOrCode, CancellationToken cancel) =>
        await FindByNumberAsync(cases, numberOrCode, cancel) ?? await FindByCodeAsync(cases, numberOrCode, cancel);

    /// <summary>By the number of the own body: 安妇访〔2026〕083号, with brackets of any kind, or 2026-83.</summary>
    internal async Task<Guid?> FindByNumberAsync(IQueryable<Case> cases, string text, CancellationToken cancel)
    {
        if (Number().Match(text.Trim()) is not { Success: true } found)
            return null;
        var prefix = found.Groups["prefix"].Value;
        var (year, sequence) = (Whole(found.Groups["year"].Value), Whole(found.Groups["sequence"].Value));
        var (own, offices) = (access.Actor.OrganisationId, db.CaseOffices);
        return await cases.Where(one => one.OrganisationId == own && one.Year == year && one.Sequence == sequence && (prefix == "" || offices.Any(office => office.OrganisationId == own && office.Prefix == prefix)))
            .Select(one => (Guid?)one.Id).SingleOrDefaultAsync(cancel);
    }

    /// <summary>By the code on the receipt, in any case and with spaces.</summary>
    internal async Task<Guid?> FindByCodeAsync(IQueryable<Case> cases, string code, CancellationToken cancel)
    {
        var index = seal.IndexOfQuery(string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant());
        return await cases.Where(one => one.QueryIndex == index).Select(one => (Guid?)one.Id).SingleOrDefaultAsync(cancel);
    }

    private static int Whole(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<prefix>\p{L}*)\s*[〔\[（(【]?(?<year>\d{4})[〕\]）)】-]\s*第?0*(?<sequence>\d{1,6})号?$", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Number();
}
