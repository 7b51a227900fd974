using Jinguo.Core.Base.Organisations;

namespace Jinguo.Core.Records.Ledgers.Forms;

/// <summary>Who may make forms.</summary>
/// <param name="From">The lowest level whose bodies may.</param>
public sealed record FormLimits(Level From);

/// <summary>A form to be begun.</summary>
/// <param name="Key">Client key: sent twice, it is begun once.</param>
/// <param name="Name">How it is called; empty takes the name of what it is copied from or added to.</param>
/// <param name="From">Code of a record type to begin from; null for an empty form.</param>
/// <param name="AddTo">Code of a record type that gets further fields; null for a type of its own.</param>
/// <param name="IsRegister">True for a 名册; of a form begun empty.</param>
public sealed record NewForm(Guid Key, string? Name, string? From, string? AddTo, bool IsRegister = false);

/// <summary>A 簿册 to be begun.</summary>
/// <param name="Key">Client key: sent twice, it is begun once.</param>
/// <param name="Name">How it is called; empty takes the name of what it is copied from.</param>
/// <param name="From">Code of a bundle to begin from; null for an empty one.</param>
public sealed record NewBundle(Guid Key, string? Name, string? From);

/// <summary>The marks under which a form is published (domain-rules §13.3 no. 10).</summary>
/// <param name="DocumentNumber">文号.</param>
/// <param name="ValidFrom">First day, today or later.</param>
/// <param name="ValidTo">Last day.</param>
public sealed record FormMarks(string DocumentNumber, DateOnly? ValidFrom, DateOnly? ValidTo);

/// <summary>A field that a version asks although the ledgers hold it.</summary>
/// <param name="Field">Its name.</param>
/// <param name="Held">What is held, in words.</param>
/// <param name="Reason">Why it is asked all the same.</param>
public sealed record KeptField(string Field, string Held, string Reason);
