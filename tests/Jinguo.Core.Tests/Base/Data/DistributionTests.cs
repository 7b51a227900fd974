using Jinguo.Core.Base.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Jinguo.Core.Tests.Base.Data;

/// <summary>What the model promises to a database that is spread over servers.</summary>
public sealed class DistributionTests
{
    private const string Region = "Region";

    [Fact]
    public void EveryKeyOfASpreadTable_BeginsWithTheRegion()
    {
        Assert.All(Model.GetEntityTypes().Where(Distribution.IsSpread), table =>
        {
            Assert.All(table.GetKeys(), key => Assert.Equal(Region, key.Properties[0].Name));
            Assert.All(table.GetIndexes().Where(index => index.IsUnique), index => Assert.Equal(Region, index.Properties[0].Name));
            // A key that leads to a table of which every server has a copy can be looked up anywhere.
            Assert.All(table.GetForeignKeys(), key => Assert.True(Distribution.IsCopied(key.PrincipalEntityType) || key.Properties[0].Name == Region, $"{table.GetTableName()}: {key.GetConstraintName()}"));
        });
    }

    [Fact]
    public void RecordsFactsSumsAndCases_AreSpread_AndWhatTheyAreJoinedWith_IsCopied()
    {
        Assert.Superset(
            new HashSet<string> { "records", "record_persons", "facts", "sums", "counted_persons", "cases", "case_texts", "case_entries", "case_files" },
            Model.GetEntityTypes().Where(Distribution.IsSpread).Select(table => table.GetTableName()!).ToHashSet());
        Assert.Superset(
            new HashSet<string> { "organisations", "organisation_edges", "measures" },
            Model.GetEntityTypes().Where(Distribution.IsCopied).Select(table => table.GetTableName()!).ToHashSet());
    }

    [Fact]
    public void NoKeyLeadsIntoASpreadTable_FromOneThatIsNot() =>
        Assert.All(
            Model.GetEntityTypes().Where(table => !Distribution.IsSpread(table)).SelectMany(table => table.GetForeignKeys()),
            key => Assert.False(Distribution.IsSpread(key.PrincipalEntityType), key.GetConstraintName()));

    private static IModel Model
    {
        get
        {
            using var db = new PostgresDb(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql("Host=nowhere.invalid").Options);
            return db.Model;
        }
    }
}
