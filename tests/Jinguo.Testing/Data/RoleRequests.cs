using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;

namespace Jinguo.Testing.Data;

/// <summary>Writes new accounts that wait for the security administrator, for tests that need the request and not the act.</summary>
public static class RoleRequests
{
    /// <summary>Somebody who is to become an officer of a body.</summary>
    public static async Task<Guid> AddAsync(Db db, string userName, Organisation body)
    {
        var account = await AccountRows.AddAsync(db, userName, "张某某", []);
        account.Pending = true;
        var request = new RoleRequest { Id = Guid.CreateVersion7(), AccountId = account.Id, State = RequestState.Waiting, AskedById = Guid.NewGuid(), AskedBy = "李某某", AskedAt = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc) };
        request.Steps.Add(new() { RequestId = request.Id, OrganisationId = body.Id, Role = Role.Officer, Scope = RoleScope.Own, Gives = true });
        db.RoleRequests.Add(request);
        await db.SaveChangesAsync();
        return request.Id;
    }
}
