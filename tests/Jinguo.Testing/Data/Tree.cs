using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;

namespace Jinguo.Testing.Data;

/// <summary>Builds bodies: <c>await Tree.AddAsync(db, "3600", Level.City, "云川市妇联")</c>, then below it.</summary>
public static class Tree
{
    /// <summary>Adds a body below another (or at the top), with its edge since 1949.</summary>
    public static async Task<Organisation> AddAsync(Db db, string code, Level level, string name, Organisation? parent = null, OrganisationKind kind = OrganisationKind.Federation)
    {
        var since = new DateOnly(1949, 10, 1);
        var body = new Organisation
        {
            Code = code,
            Name = name,
            Initials = PinyinInitials.Of(name),
            Level = level,
            Kind = kind,
            ParentId = parent?.Id,
            Path = $"new {Guid.NewGuid():N}",
            ValidFrom = since,
        };
        db.Organisations.Add(body);
        await db.SaveChangesAsync();
        body.Path = OrganisationPath.Of(parent?.Path, body.Id);
        body.Region = OrganisationRegion.Of(parent?.Region ?? 0, body.Id, kind, level);
        db.OrganisationEdges.Add(new() { Region = body.Region, OrganisationId = body.Id, ValidFrom = since, ParentId = parent?.Id, Path = body.Path });
        await db.SaveChangesAsync();
        return body;
    }

    /// <summary>云川市 with two counties, two townships each, two villages each: 15 bodies.</summary>
    public static async Task<City> AddCityAsync(Db db)
    {
        var city = await AddAsync(db, "990100000000", Level.City, "云川市妇联");
        var bodies = new List<Organisation> { city };
        for (var county = 1; county <= 2; county++)
        {
            var countyBody = await AddAsync(db, $"99010{county}000000", Level.County, county == 1 ? "安和县妇联" : "宣平市妇联", city);
            bodies.Add(countyBody);
            for (var town = 1; town <= 2; town++)
            {
                var townBody = await AddAsync(db, $"99010{county}10{town}000", Level.Township, $"{(town == 1 ? "东山" : "西河")}{county}镇妇联", countyBody);
                bodies.Add(townBody);
                for (var village = 1; village <= 2; village++)
                    bodies.Add(await AddAsync(db, $"99010{county}10{town}20{village}", Level.Village, $"{(village == 1 ? "芙蓉" : "安迪")}{county}{town}村妇联", townBody));
            }
        }
        return new(city, bodies);
    }

    /// <summary>A city with everything below it, in the tree's order.</summary>
    public sealed record City(Organisation Top, IReadOnlyList<Organisation> All)
    {
        public Organisation County => All.First(body => body.Level == Level.County);

        public Organisation Township => All.First(body => body.Level == Level.Township);

        public Organisation Village => All.First(body => body.Level == Level.Village);

        /// <summary>A village of another county.</summary>
        public Organisation Stranger => All.Last(body => body.Level == Level.Village);
    }
}
