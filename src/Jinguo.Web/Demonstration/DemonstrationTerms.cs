using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Forms;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Persons;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Facts;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Core.Records.Posts;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Web.Demonstration;

/// <summary>
/// Gives the bodies of the demonstration terms with invented holders, the same each time: most are new, some due or overdue,
/// some seats vacant, a few bodies without. Townships tell how many bodies there should be. Written in bulk, in one transaction.
/// </summary>
public sealed class DemonstrationTerms(Db db, PersonBook persons, FactBook facts, ChangeLog changes, LedgerService ledgers, RecordTypeCatalogCache types, TimeProvider time)
{
    private const int BodiesAtOnce = 60;
    private const string Base = "org-base";
    private const string Surnames = "张李王赵陈周吴郑孙钱冯蒋沈韩杨朱秦许何吕施孔曹严金魏陶姜谢邹苏潘葛范彭鲁韦马方袁柳唐罗毕安常";

    private readonly DateOnly today = time.Today();

    /// <summary>Loads them where none are there yet.</summary>
    public async Task LoadAsync(IReadOnlyList<Organisation> bodies, CancellationToken cancel)
    {
        var terms = db.Terms;
        if (await terms.AnyAsync(cancel))
            return;
        await using var write = await db.BeginWriteAsync(cancel);
        foreach (var some in bodies.Where(body => body.HasTerms).Chunk(BodiesAtOnce))
        {
            await AddAsync([.. some.Select(Term).OfType<InventedTerm>()], cancel);
            db.ChangeTracker.Clear();
        }
        var catalog = await types.GetAsync(db, cancel);
        var counts = bodies.Where(body => body.Level == Level.Township).Select(town => Count(town, bodies.Count(body => body.ParentId == town.Id && body.IsOfVillage), catalog)).ToList();
        if (await ledgers.AddAsync(counts, Actor.CommandLine, cancel) is { Done: false } refused)
            throw new InvalidOperationException(refused.Problems[0].Text);
        await write.CommitAsync(cancel);
        db.ChangeTracker.Clear();
    }

    private async Task AddAsync(List<InventedTerm> some, CancellationToken cancel)
    {
        var known = await persons.KnowAsync([.. some.SelectMany(one => one.Posts.Select(post => new PersonMention(one.Body.Region, one.Body.Id, post.Name, IdNumber: null, Phone: null)))], cancel);
        var at = 0;
        foreach (var one in some)
        {
            foreach (var (post, _) in one.Posts)
                post.PersonId = known[at++].Id;
            db.AddRange(one.Term, one.Election);
            db.AddRange(one.Posts.Select(post => post.Post));
            changes.Add(Actor.CommandLine, one.Body.Region, one.Body.Id, "term.begun", PostService.SubjectKind, $"{one.Term.Id}", fields: [new("number", null, $"{one.Term.Number}"), new("posts", null, $"{one.Posts.Count}")]);
        }
        IEnumerable<Posting> postings = some.SelectMany(one => one.Posts.Select(post => new Posting(new(RecordRef.Post, post.Post.Id), one.Body.Id, PostFacts.From(post.Post, one.Body), IsNew: true))
            .Append(new(new(RecordRef.Term, one.Term.Id), one.Body.Id, PostFacts.From(one.Term, one.Body), IsNew: true)));
        await facts.PostAsync([.. postings], Actor.CommandLine, cancel);
    }

    private InventedTerm? Term(Organisation body)
    {
        var dice = new Random(BinaryPrimitives.ReadInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{body.Code}/term"))));
        var from = dice.Next(100) switch
        {
            < 4 => (DateOnly?)null,
            < 12 => today.AddYears(-TermRules.UsualYears).AddDays(-dice.Next(5, 150)),
            < 30 => today.AddYears(-TermRules.UsualYears).AddDays(dice.Next(10, 360)),
            _ => today.AddDays(-dice.Next(400, 690)),
        };
        if (from is not { } first)
            return null;
        var term = new Term { Region = body.Region, Id = Guid.CreateVersion7(), OrganisationId = body.Id, Number = dice.Next(3, 13), From = first, Years = TermRules.UsualYears, Due = first.AddYears(TermRules.UsualYears), Seats = body.UsualSeats, Version = 1 };
        var election = new Election { Region = body.Region, Id = Guid.CreateVersion7(), OrganisationId = body.Id, TermId = term.Id, Day = first };
        var kinds = Kinds(term.Seats, dice);
        term.CountVacancies(kinds);
        var start = dice.Next(Surnames.Length);
        return new(body, term, election, [.. kinds.Select((kind, at) => (Post(kind, body, election, dice), $"{Surnames[(start + at) % Surnames.Length]}某某"))]);
    }

    // Now and then a vice chair or an executive is missing.
    private static List<PostKind> Kinds(Seats seats, Random dice)
    {
        var kinds = new List<PostKind> { PostKind.Chair };
        kinds.AddRange(Enumerable.Repeat(PostKind.FullTimeVice, seats.FullTimeVices));
        kinds.AddRange(Enumerable.Repeat(PostKind.SecondedVice, seats.SecondedVices));
        kinds.AddRange(Enumerable.Repeat(PostKind.PartTimeVice, seats.PartTimeVices - (dice.Next(12) == 0 ? 1 : 0)));
        kinds.AddRange(Enumerable.Repeat(PostKind.Standing, Math.Max(0, seats.Standing - seats.Leaders)));
        kinds.AddRange(Enumerable.Repeat(PostKind.Executive, seats.Executives - Math.Max(seats.Leaders, seats.Standing) - (dice.Next(6) == 0 ? 1 : 0)));
        return kinds;
    }

    private static Post Post(PostKind kind, Organisation body, Election election, Random dice) => new()
    {
        Region = election.Region,
        Id = Guid.CreateVersion7(),
        OrganisationId = election.OrganisationId,
        TermId = election.TermId,
        ElectionId = election.Id,
        Kind = kind,
        Entry = PostEntry.Election,
        From = election.Day,
        IsInPartyCommittee = kind == PostKind.Chair && dice.Next(4) == 0,
        IsInVillageCommittee = kind == PostKind.Chair && body.IsOfVillage && dice.Next(3) > 0,
    };

    private NewRecord Count(Organisation town, int villages, RecordTypeCatalog catalog)
    {
        var texts = new Dictionary<string, string> { ["day"] = $"{today.Year - 1}-01-01", ["name"] = $"{town.Name.PlaceName}全境", ["townships"] = "1", ["villages"] = $"{villages}" };
        var reading = RecordInput.Read(catalog.Get(Base).Type, texts, today.Year);
        return new(Guid.CreateVersion7(), Base, town.Id, reading.Values, Confirmed: true);
    }

    private sealed record InventedTerm(Organisation Body, Term Term, Election Election, IReadOnlyList<(Post Post, string Name)> Posts);
}
