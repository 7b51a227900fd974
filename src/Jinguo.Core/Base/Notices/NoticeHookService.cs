using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.ClientKeys;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Encryption;
using Jinguo.Core.Base.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Base.Notices;

/// <summary>A web hook as its body's chair sees it.</summary>
/// <param name="Hook">The settings.</param>
/// <param name="Masked">Its address without what is secret; null where there is none.</param>
public sealed record ShownHook(NoticeHook Hook, string? Masked);

/// <summary>The acts of a chair on the web hook of her body: set, try, take the address away.</summary>
public sealed class NoticeHookService(Db db, Visible visible, FieldCipher cipher, HookHosts hosts, HookSender sender, SentForms forms, ChangeLog changes)
{
    /// <summary>Kind of web hooks in the history.</summary>
    public const string SubjectKind = "notice-hook";

    private const string AddressPurpose = "notice-hook.address";
    private const string SecretPurpose = "notice-hook.secret";
    private const int ShownLetters = 4;

    private Actor Actor => visible.Actor;

    /// <summary>The hook of the body the actor works for, or null.</summary>
    public async Task<ShownHook?> FindAsync(CancellationToken cancel = default) =>
        await Own().AsNoTracking().SingleOrDefaultAsync(cancel) is { } hook ? new(hook, Mask(AddressOf(cipher, hook))) : null;

    /// <summary>Sets it. Problems: <see cref="HookChecks"/>; somebody else set it meanwhile.</summary>
    public async Task<Outcome<NoticeHook>> SetAsync(WantedHook input, CancellationToken cancel = default)
    {
        var own = Actor.OrganisationId;
        if (await visible.Organisations(Right.NoticeHookManage).SingleOrDefaultAsync(body => body.Id == own, cancel) is not { } body)
            return Problem.NotFound("可以设置提醒的单位");
        await using var write = await db.BeginWriteAsync(cancel);
        var hook = await Own().SingleOrDefaultAsync(cancel);
        if (HookChecks.Check(input, hosts, hook is null ? null : AddressOf(cipher, hook)) is { Count: > 0 } problems)
            return problems;
        if ((hook?.Version ?? 0) != input.Version)
            return new Problem(Problem.StaleCode, "别人刚改过这里的设置，请刷新后再改。");
        if (hook is null)
            db.NoticeHooks.Add(hook = new NoticeHook { Region = body.Region, OrganisationId = body.Id, Groups = "" });
        var before = Fields(hook);
        var isNew = !string.IsNullOrWhiteSpace(input.Address);
        (hook.Product, hook.Hour, hook.IsOn, hook.Groups) = (input.Product, input.Hour, input.IsOn, string.Join(' ', input.Groups.Distinct().Order().Select(group => (int)group)));
        if (isNew)
            (hook.Address, hook.Secret, hook.Failure, hook.FailedAt) = (cipher.Seal(input.Address!.Trim(), AddressPurpose, Row(hook)), null, null, null);
        if (hook.Product == HookProduct.WeCom)
            hook.Secret = null;
        else if (!string.IsNullOrWhiteSpace(input.Secret))
            hook.Secret = cipher.Seal(input.Secret.Trim(), SecretPurpose, Row(hook));
        hook.Version++;
        var after = Fields(hook);
        changes.Add(Actor, hook.Region, own, "notice-hook.set", SubjectKind, Row(hook), fields:
        [
            .. after.Select(field => new FieldChange(field.Key, hook.Version == 1 ? null : before[field.Key], field.Value)),
            new("address", null, isNew ? "换了地址" : null),
        ]);
        return await SavedAsync(write, hook, cancel);
    }

    /// <summary>Takes address and secret away and switches it off.</summary>
    public async Task<Outcome<NoticeHook>> RemoveAsync(CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await Own().SingleOrDefaultAsync(cancel) is not { } hook)
            return Problem.NotFound("本单位的推送设置");
        if (hook.Address is null)
            return hook;
        (hook.Address, hook.Secret, hook.IsOn, hook.Failure, hook.FailedAt, hook.AgainAt) = (null, null, false, null, null, null);
        hook.Version++;
        changes.Add(Actor, hook.Region, hook.OrganisationId, "notice-hook.removed", SubjectKind, Row(hook));
        return await SavedAsync(write, hook, cancel);
    }

    /// <summary>Sends one message now, whatever waits; sent again with the same key, it sends none.</summary>
    /// <param name="key">Client key of the form.</param>
    /// <param name="platform">Where the platform is reached.</param>
    /// <param name="cancel">Stops.</param>
    /// <returns>Problems: no address; why it did not arrive.</returns>
    public async Task<Outcome<NoticeHook>> TryAsync(Guid key, string platform, CancellationToken cancel = default)
    {
        if (await Own().AsNoTracking().SingleOrDefaultAsync(cancel) is not { Address: not null } hook)
            return new Problem("notice-hook.none", "请先填机器人的地址并存下，再试发。");
        await using (var claim = await db.BeginWriteAsync(cancel))
        {
            if (await forms.ClaimAsync(key, SubjectKind, Row(hook), cancel) is not null)
                return hook;
            await claim.CommitAsync(cancel);
        }
        var body = await db.Organisations.Where(one => one.Id == hook.OrganisationId).Select(one => one.Name).SingleAsync(cancel);
        var failure = await sender.SendAsync(hook.Product, AddressOf(cipher, hook)!, SecretOf(cipher, hook), HookMessage.Trial(body, platform), cancel);
        await using var write = await db.BeginWriteAsync(cancel);
        changes.Add(Actor, hook.Region, hook.OrganisationId, "notice-hook.tried", SubjectKind, Row(hook), fields: [new("result", null, failure ?? "收到")]);
        await write.CommitAsync(cancel);
        return failure is null ? hook : new Problem("notice-hook.failed", failure);
    }

    /// <summary>The address of a hook, opened; null where there is none.</summary>
    internal static string? AddressOf(FieldCipher cipher, NoticeHook hook) => hook.Address is null ? null : cipher.Open(hook.Address, AddressPurpose, Row(hook));

    /// <summary>The secret of a hook, opened; null where there is none.</summary>
    internal static string? SecretOf(FieldCipher cipher, NoticeHook hook) => hook.Secret is null ? null : cipher.Open(hook.Secret, SecretPurpose, Row(hook));

    /// <summary>Key of a hook in the history and in what is sealed.</summary>
    internal static string Row(NoticeHook hook) => $"{hook.OrganisationId}";

    /// <summary>https://oapi.dingtalk.com/…a1b2: host and last letters.</summary>
    internal static string? Mask(string? address) =>
        address is null ? null : $"{new Uri(address).GetLeftPart(UriPartial.Authority)}/…{(address.Length > 40 ? address[^ShownLetters..] : "")}";

    private IQueryable<NoticeHook> Own()
    {
        var own = Actor.OrganisationId;
        return visible.Of<NoticeHook>(Right.NoticeHookManage).Where(hook => hook.OrganisationId == own);
    }

    private static Dictionary<string, string?> Fields(NoticeHook hook) => new()
    {
        ["product"] = $"{hook.Product}",
        ["groups"] = string.Join(' ', hook.ToldGroups),
        ["hour"] = $"{hook.Hour}",
        ["on"] = hook.IsOn ? "true" : "false",
    };

    private async Task<Outcome<NoticeHook>> SavedAsync(WriteTransaction write, NoticeHook hook, CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException problem) when (!DatabaseAway.Is(problem) && !StorageRefused.Is(problem))
        {
            return new Problem(Problem.StaleCode, "别人刚改过这里的设置，请刷新后再改。");
        }
        await write.CommitAsync(cancel);
        return hook;
    }

    /// <summary>The sealed addresses and secrets, for a change of the key.</summary>
    public sealed class SealedHooks(Db db, FieldCipher cipher) : ISealedRows
    {
        /// <inheritdoc/>
        public string Name => "提醒推送";

        /// <inheritdoc/>
        public Task<int> CountOldAsync(CancellationToken cancel) => Old().CountAsync(cancel);

        /// <inheritdoc/>
        public async Task<int> SealAnewAsync(int most, CancellationToken cancel)
        {
            var hooks = await Old().OrderBy(hook => hook.OrganisationId).Take(most).ToListAsync(cancel);
            foreach (var hook in hooks)
            {
                hook.Address = cipher.Seal(AddressOf(cipher, hook)!, AddressPurpose, Row(hook));
                hook.Secret = SecretOf(cipher, hook) is { } secret ? cipher.Seal(secret, SecretPurpose, Row(hook)) : null;
            }
            await db.SaveChangesAsync(cancel);
            return hooks.Count;
        }

        private IQueryable<NoticeHook> Old()
        {
            var newest = cipher.NewestPrefix;
            return db.NoticeHooks.Where(hook => hook.Address != null && (!hook.Address.StartsWith(newest) || (hook.Secret != null && !hook.Secret.StartsWith(newest))));
        }
    }
}
