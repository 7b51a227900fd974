using Jinguo.Core.Base;

namespace Jinguo.Core.Facts;

/// <summary>A fact as a record would post it: what a pure function next to the record makes.</summary>
/// <param name="Measure">Code of the measure.</param>
/// <param name="Option">Code of the breakdown's option, or null.</param>
/// <param name="Day">The day on which it counts.</param>
/// <param name="Value">In the measure's smallest unit.</param>
/// <param name="Hedge">Word of approximation, or empty.</param>
/// <param name="PersonId">The person counted, for a measure of different persons.</param>
public sealed record FactDraft(string Measure, string? Option, DateOnly Day, long Value, string Hedge = "", Guid? PersonId = null);

/// <summary>All facts that a record stands for now. An empty list takes back what it posted before.</summary>
/// <param name="Source">The record.</param>
/// <param name="OrganisationId">The body whose work it is.</param>
/// <param name="Facts">Its facts.</param>
/// <param name="IsNew">True when the record is certain to have posted nothing yet: saves a look at the books.</param>
/// <param name="Reason">Why it is posted as it is; needed where that changes days whose books are closed.</param>
public sealed record Posting(RecordRef Source, int OrganisationId, IReadOnlyList<FactDraft> Facts, bool IsNew = false, string? Reason = null);

/// <summary>A posting that would change closed days without saying why.</summary>
/// <param name="Posting">The posting.</param>
/// <param name="Day">The earliest closed day that it would change.</param>
/// <param name="Through">The last day closed for its body.</param>
public sealed record ClosedPosting(Posting Posting, DateOnly Day, DateOnly Through);
