namespace Jinguo.Core.Base.Access;

/// <summary>What a module does with the work that somebody has in hand when her account is closed or roles are taken: the accounts know modules by this alone.</summary>
public interface IDutyEnding
{
    /// <summary>Hands on what she may no longer do, within the transaction of the act. Called after every change of an account, so it finds out by itself whether there is anything.</summary>
    /// <param name="account">The account with its roles, as they are now.</param>
    /// <param name="cancel">Stops.</param>
    /// <returns>Why she cannot go yet; null where everything is handed on.</returns>
    Task<Problem?> EndAsync(Account account, CancellationToken cancel);
}
