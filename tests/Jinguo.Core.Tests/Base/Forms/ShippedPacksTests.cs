using Jinguo.Core.Base.Forms;
using Jinguo.Core.Records.Cases;
using Jinguo.Core.Records.Posts;

namespace Jinguo.Core.Tests.Base.Forms;

public class ShippedPacksTests
{
    public static TheoryData<string> Types => [.. TestPacks.Shipped.Packs.RecordTypes.Select(type => type.Code)];

    [Fact]
    public void ShippedPacks_LoadWithoutAnyProblem() =>
        Assert.Empty(TestPacks.Shipped.Problems.Select(problem => problem.ToString()));

    [Fact]
    public void ShippedPacks_AreNamedLikeTheirFiles()
    {
        var files = Directory.GetFiles(Jinguo.Testing.RepositoryFolder.At("packs"), "*.json").Select(path => Path.GetFileNameWithoutExtension(path));

        Assert.Equal(files.Where(name => name != "schema").Order(StringComparer.Ordinal), TestPacks.Shipped.Packs.Packs.Select(pack => pack.Code));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void AShippedType_CountsWhenSaved_PostsAFigureAndReadsAsASentence(string code)
    {
        var type = TestPacks.Shipped.Packs.GetType(code);
        var values = Filled(type);

        Assert.Equal(CountsWhen.Saved, type.Counts);
        Assert.NotEmpty(RecordPostings.From(type, values));
        var sentence = Sentences.Of(type, values, 2024);
        Assert.Matches("。$", sentence);
        Assert.DoesNotContain("{", sentence, StringComparison.Ordinal);
        Assert.NotEqual(type.Name, RecordTitle.Of(type, values));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void AShippedType_AsksForFewThings(string code)
    {
        var type = TestPacks.Shipped.Packs.GetType(code);

        Assert.InRange(type.Fields.Count(field => field.Required && field.Default.Length == 0), 1, 4);
        Assert.All(type.Fields.Where(field => field.Type == FieldType.Number), field => Assert.NotNull(field.Max));
    }

    [Fact]
    public void EveryShippedMeasure_IsPostedOrReckoned()
    {
        var packs = TestPacks.Shipped.Packs;
        string[] ofPosts = [PostFacts.Bodies, PostFacts.NewFieldBodies, PostFacts.NewFieldCovered, PostFacts.Executives, PostFacts.VillageChairs, PostFacts.VillageChairsInCommittees];
        string[] ofCases = [CaseFacts.Repeated, CaseFacts.Joint, CaseFacts.Accepted, CaseFacts.Transferred, CaseFacts.OnTime, CaseFacts.Visited, CaseFacts.Rated, CaseFacts.Satisfied, CaseFacts.Warnings, CaseFacts.Orders, CaseFacts.ViolenceVisits];
        var posted = packs.RecordTypes.SelectMany(type => type.Posts).Select(post => post.Measure.Code).Concat(ofPosts).Concat(ofCases).ToHashSet(StringComparer.Ordinal);

        Assert.All(packs.Measures, measure => Assert.True(measure.Formula is not null || posted.Contains(measure.Code), measure.Code));
    }

    [Fact]
    public void NoTwoShippedMeasures_ShareANameOrSynonym()
    {
        var names = TestPacks.Shipped.Packs.Measures.SelectMany(measure => measure.Synonyms.Prepend(measure.Name));

        Assert.Empty(names.GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    /// <summary>Every field filled with something plain: numbers 1, the first option, a day.</summary>
    private static RecordValues Filled(RecordType type)
    {
        var values = RecordValues.Empty;
        foreach (var field in type.Fields.Where(field => field.Code != RecordType.UntilField && field.Type is not (FieldType.File or FieldType.Organisation)))
        {
            var text = field.Type switch
            {
                FieldType.Number or FieldType.Money => "1",
                FieldType.Choice or FieldType.Choices => field.Options[0].Name,
                FieldType.Date or FieldType.DateRange => "2024-05-04",
                FieldType.Flag => "是",
                _ => field.Name,
            };
            values = values.With(field.Code, FieldInput.Read(field, text, 2024).Value);
        }

        Assert.Empty(RecordChecks.Check(type, values, new DateOnly(2024, 11, 20)));
        return values;
    }
}
