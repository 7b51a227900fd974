using FsCheck;
using FsCheck.Fluent;
using Jinguo.Core.Base.Changes;

namespace Jinguo.Core.Tests.Base.Changes;

public sealed class ChangeHashTests
{
    private static readonly Func<Change, string, Change>[] TextFields =
    [
        (change, text) => With(change, one => one.ActorName = text),
        (change, text) => With(change, one => one.Act = text),
        (change, text) => With(change, one => one.SubjectKind = text),
        (change, text) => With(change, one => one.SubjectId = text),
        (change, text) => With(change, one => one.Reason = text),
        (change, text) => With(change, one => one.Fields = text),
    ];

    [Fact]
    public void AnyOtherField_IsAnotherHash()
    {
        var first = Entry();
        Change[] others =
        [
            With(first, one => one.Region++), With(first, one => one.Id = Guid.NewGuid()), With(first, one => one.OrganisationId++),
            With(first, one => one.At = one.At.AddMicroseconds(1)), With(first, one => one.AccountId = null), With(first, one => one.AccountId = Guid.NewGuid()),
            With(first, one => one.ActorName += " "), With(first, one => one.Act = "record.returned"), With(first, one => one.SubjectKind = "account"),
            With(first, one => one.SubjectId = "8"), With(first, one => one.Reason = null), With(first, one => one.Reason = ""),
            With(first, one => one.Fields = null), With(first, one => one.Number++),
        ];
        var hashes = others.Select(other => ChangeHash.Of(other, "")).Append(ChangeHash.Of(first, "")).Append(ChangeHash.Of(first, new string('0', 64))).ToList();
        Assert.Equal(hashes.Count, hashes.Distinct().Count());
    }

    /// <summary>Letters moved from the end of one field to the beginning of the next do not go unseen.</summary>
    [Fact]
    public void TwoEntriesHaveTheSameHash_OnlyWhenEveryTextIsTheSame() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<string[]>().Filter(texts => texts.Length >= 6 && texts.Take(6).All(text => text is not null)),
            Gen.Choose(0, 4).ToArbitrary(),
            (texts, field) =>
            {
                var one = Filled(texts);
                var joined = texts[field] + texts[field + 1];
                return Enumerable.Range(0, joined.Length + 1).All(cut =>
                {
                    var moved = texts.ToArray();
                    (moved[field], moved[field + 1]) = (joined[..cut], joined[cut..]);
                    // Halves of a pair of surrogates are no text: a database does not keep them apart.
                    var isSame = moved.Take(6).SequenceEqual(texts.Take(6)) || moved.Any(text => text.Any(char.IsSurrogate));
                    return isSame || ChangeHash.Of(Filled(moved), "") != ChangeHash.Of(one, "");
                });
            }).QuickCheckThrowOnFailure();

    private static Change Filled(string[] texts) => TextFields.Select((field, at) => (field, at)).Aggregate(Entry(), (change, one) => one.field(change, texts[one.at]));

    private static Change With(Change change, Action<Change> edit)
    {
        var copy = System.Text.Json.JsonSerializer.Deserialize<Change>(System.Text.Json.JsonSerializer.Serialize(change))!;
        edit(copy);
        return copy;
    }

    private static Change Entry() => new()
    {
        Region = 3,
        Id = Guid.Parse("01938000-0000-7000-8000-000000000001"),
        OrganisationId = 7,
        At = new(2026, 11, 20, 1, 42, 0, DateTimeKind.Utc),
        AccountId = Guid.Parse("01938000-0000-7000-8000-000000000002"),
        ActorName = "张某某",
        Act = "record.corrected",
        SubjectKind = "record",
        SubjectId = "7",
        Reason = "写错了",
        Fields = """{"people":["30","50"]}""",
        Number = 5,
    };
}
