namespace Jinguo.Core.Base.Access;

/// <summary>三员分立 (domain-rules §10.2): whether what the system administrator asks for waits for the security administrator.</summary>
/// <param name="IsOn">True where accounts and roles come into force only once approved.</param>
public sealed record Separation(bool IsOn);
