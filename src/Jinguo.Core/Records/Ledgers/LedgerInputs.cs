using Jinguo.Core.Base.Forms;

namespace Jinguo.Core.Records.Ledgers;

/// <summary>A record to be saved.</summary>
/// <param name="Id">The client key, version 7: the same key is saved once, however often it is sent.</param>
/// <param name="Type">Code of the record type.</param>
/// <param name="OrganisationId">The body whose work it is: the actor's own or one below (代录).</param>
/// <param name="Values">What the form holds.</param>
/// <param name="Confirmed">True when the person has seen the warnings and saves all the same.</param>
/// <param name="Highlight">Sentence for quotation, or null.</param>
/// <param name="Row">Row of an imported sheet, for problems.</param>
/// <param name="ImportId">The import that brings it, or null.</param>
/// <param name="Reason">Why it is written only now; needed for a day whose books are closed.</param>
public sealed record NewRecord(
    Guid Id, string Type, int OrganisationId, RecordValues Values, bool Confirmed = false, string? Highlight = null, int? Row = null, Guid? ImportId = null, string? Reason = null);

/// <summary>A record with other values than it had.</summary>
/// <param name="Id">The record.</param>
/// <param name="Version">Its version when the form was opened; another one now is a stale edit.</param>
/// <param name="Values">What the form holds now.</param>
/// <param name="Confirmed">True when the person has seen the warnings and saves all the same.</param>
/// <param name="Reason">Why, in the person's words; may be empty unless the books of the day are closed.</param>
public sealed record Correction(Guid Id, int Version, RecordValues Values, bool Confirmed = false, string? Reason = null);

/// <summary>A record chosen for review, as the reviewer saw it: what was changed since is not decided unseen.</summary>
/// <param name="Id">The record.</param>
/// <param name="Version">The version she saw.</param>
public readonly record struct ReviewChoice(Guid Id, int Version);

/// <summary>A record after an act.</summary>
/// <param name="Id">The record.</param>
/// <param name="Title">How it is called.</param>
/// <param name="Version">Its version now.</param>
/// <param name="Changed">False when there was nothing to do: the key had been saved before, or nothing differs.</param>
public sealed record SavedRecord(Guid Id, string Title, int Version, bool Changed);

/// <summary>What became of a review of several records.</summary>
/// <param name="Done">Those decided now.</param>
/// <param name="Skipped">Those left as they were: changed meanwhile, decided by somebody else, or not hers to review.</param>
public sealed record ReviewedRecords(IReadOnlyList<Guid> Done, int Skipped);
