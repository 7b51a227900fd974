using Jinguo.Core.Records.Posts;

namespace Jinguo.Web.Pages.Posts;

/// <summary>The fields of a meeting and of those who were elected at it.</summary>
public sealed class ElectionForm
{
    /// <summary>Rows offered at first, and with each 再加.</summary>
    public const int Rows = 5;

    public Guid Key { get; set; }

    public DateOnly? Day { get; set; }

    public int? Expected { get; set; }

    public int? Present { get; set; }

    public int? Issued { get; set; }

    public int? Returned { get; set; }

    public string? Reason { get; set; }

    public List<Row> Holders { get; set; } = [];

    /// <summary>One who was elected.</summary>
    public sealed class Row
    {
        public string? Name { get; set; }

        public PostKind Kind { get; set; } = PostKind.Executive;

        public PostEntry Entry { get; set; } = PostEntry.Election;

        public string? Phone { get; set; }

        public int? Votes { get; set; }

        public bool IsInPartyCommittee { get; set; }

        public bool IsInVillageCommittee { get; set; }
    }

    /// <summary>Leaves out rows without a name.</summary>
    public void Compact() => Holders.RemoveAll(row => string.IsNullOrWhiteSpace(row.Name));

    /// <summary>Adds empty rows.</summary>
    public void AddRows() => Holders.AddRange(Enumerable.Range(0, Math.Min(Rows, PostChecks.MostHolders - Holders.Count)).Select(_ => new Row()));

    /// <summary>What it asks for.</summary>
    /// <param name="term">The term that stands.</param>
    /// <param name="day">The day, which the form has.</param>
    public ElectionInput Input(Guid term, DateOnly day) =>
        new(Key, term, day, [.. Holders.Select(row => new NewHolder(row.Name ?? "", row.Kind, row.Entry) { Phone = row.Phone, Votes = row.Votes, IsInPartyCommittee = row.IsInPartyCommittee, IsInVillageCommittee = row.IsInVillageCommittee })])
        {
            Expected = Expected,
            Present = Present,
            Issued = Issued,
            Returned = Returned,
            Reason = Reason,
        };
}
