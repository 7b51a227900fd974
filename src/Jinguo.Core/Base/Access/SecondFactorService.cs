using System.Security.Cryptography;
using System.Text;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Encryption;
using Jinguo.Core.Base.Time;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Base.Access;

/// <summary>One-time codes of an account: taken up by its owner, asked for at the sign-in, with codes for the day the phone is lost.</summary>
public sealed class SecondFactorService(Db db, FieldCipher cipher, ChangeLog changes, TimeProvider time)
{
    /// <summary>Recovery codes handed out together.</summary>
    public const int RecoveryCodeCount = 10;

    private const string Purpose = "account.code";
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>Takes the codes up, once the first was typed right. Ends other sign-ins of the account.</summary>
    /// <returns>Recovery codes, shown once.</returns>
    public async Task<Outcome<IReadOnlyList<string>>> TakeUpAsync(Actor actor, string secret, string? code, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await db.Accounts.SingleOrDefaultAsync(one => one.Id == actor.AccountId, cancel) is not { } account)
            return Problem.NotFound("您的账号");
        if (OneTimeCode.Check(secret, code, time.Instant(), lastUsed: 0) is not { } step)
            return new Problem("second-factor.wrong", "动态口令不对。请填手机上现在显示的6位数字；总是不对，请核对手机的时间。", "code");
        var recovery = Enumerable.Range(0, RecoveryCodeCount).Select(_ => $"{RandomNumberGenerator.GetString(Letters, 4)}-{RandomNumberGenerator.GetString(Letters, 4)}").ToList();
        account.CodeSecret = cipher.Seal(secret, Purpose, $"{account.Id}");
        account.CodeStep = step;
        account.RecoveryCodes = string.Join(' ', recovery.Select(one => Hash(account.Id, one)));
        account.SecurityStamp = Guid.NewGuid().ToString("N");
        account.Version++;
        changes.Add(actor, region: 0, actor.OrganisationId, "account.code-taken-up", AccountService.SubjectKind, $"{account.Id}");
        await db.SaveChangesAsync(cancel);
        await write.CommitAsync(cancel);
        return recovery;
    }

    /// <summary>True for a right code or recovery code, which is thereby used up; the caller saves within its act.</summary>
    /// <param name="account">A tracked account that has taken codes up.</param>
    /// <param name="code">What was typed.</param>
    public bool Use(Account account, string? code)
    {
        if (OneTimeCode.Check(cipher.Open(account.CodeSecret!, Purpose, $"{account.Id}"), code, time.Instant(), account.CodeStep) is { } step)
        {
            account.CodeStep = step;
            return true;
        }
        var hash = Hash(account.Id, (code ?? "").Trim().ToLowerInvariant());
        var left = (account.RecoveryCodes ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        if (!left.Remove(hash))
            return false;
        account.RecoveryCodes = string.Join(' ', left);
        return true;
    }

    private static string Hash(Guid account, string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{account:N}{code}")));

    /// <summary>The sealed secrets, for a change of the key.</summary>
    public sealed class SealedCodes(Db db, FieldCipher cipher) : ISealedRows
    {
        /// <inheritdoc/>
        public string Name => "动态口令";

        /// <inheritdoc/>
        public Task<int> CountOldAsync(CancellationToken cancel) => Old().CountAsync(cancel);

        /// <inheritdoc/>
        public async Task<int> SealAnewAsync(int most, CancellationToken cancel)
        {
            var accounts = await Old().OrderBy(account => account.Id).Take(most).ToListAsync(cancel);
            foreach (var account in accounts)
                account.CodeSecret = cipher.Seal(cipher.Open(account.CodeSecret!, Purpose, $"{account.Id}"), Purpose, $"{account.Id}");
            await db.SaveChangesAsync(cancel);
            return accounts.Count;
        }

        private IQueryable<Account> Old()
        {
            var newest = cipher.NewestPrefix;
            return db.Accounts.Where(account => account.CodeSecret != null && !account.CodeSecret.StartsWith(newest));
        }
    }
}
