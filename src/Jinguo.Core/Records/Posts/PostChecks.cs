using Jinguo.Core.Base;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Persons;

namespace Jinguo.Core.Records.Posts;

/// <summary>A meeting and who was elected at it.</summary>
/// <param name="Key">The client key, version 7: the same form elects once.</param>
/// <param name="TermId">The term that stands.</param>
/// <param name="Day">Its day: the first of the posts.</param>
/// <param name="Holders">Who was elected.</param>
public sealed record ElectionInput(Guid Key, Guid TermId, DateOnly Day, IReadOnlyList<NewHolder> Holders)
{
    /// <summary>应到, or null where the numbers of the meeting are not told.</summary>
    public int? Expected { get; init; }

    /// <summary>实到.</summary>
    public int? Present { get; init; }

    /// <summary>发出选票.</summary>
    public int? Issued { get; init; }

    /// <summary>收回选票.</summary>
    public int? Returned { get; init; }

    /// <summary>Why closed days are changed, or null.</summary>
    public string? Reason { get; init; }
}

/// <summary>One who was elected.</summary>
/// <param name="Name">Her name.</param>
/// <param name="Kind">Her post.</param>
/// <param name="Entry">How she came to it.</param>
public sealed record NewHolder(string Name, PostKind Kind, PostEntry Entry)
{
    /// <summary>Her telephone, which tells two of one name apart; or null.</summary>
    public string? Phone { get; init; }

    /// <summary>Yes-votes, or null.</summary>
    public int? Votes { get; init; }

    /// <inheritdoc cref="Post.IsInPartyCommittee"/>
    public bool IsInPartyCommittee { get; init; }

    /// <inheritdoc cref="Post.IsInVillageCommittee"/>
    public bool IsInVillageCommittee { get; init; }
}

/// <summary>What is wrong with an election or with a leaving (domain-rules §1.2). Pure.</summary>
public static class PostChecks
{
    /// <summary>Longest word about a leaving, in letters.</summary>
    public const int LongestNote = 100;

    /// <summary>Most persons on one form.</summary>
    public const int MostHolders = 100;

    /// <summary>Checks an election as it stands on its form.</summary>
    public static List<Problem> Check(ElectionInput input, Organisation body, Term term, DateOnly today)
    {
        var problems = new List<Problem>();
        if (input.Day > today)
            problems.Add(new("post.day.future", "日期晚于今天，请选出来那天再登记。", nameof(input.Day)));
        else if (input.Day < term.From)
            problems.Add(new("post.day.early", $"第{term.Number}届自{term.From:yyyy-MM-dd}起，任职日期不能更早。", nameof(input.Day)));
        else if (input.Day > body.ValidTo)
            problems.Add(new("post.day.body", $"{body.Name}到{body.ValidTo:yyyy-MM-dd}为止，任职日期不能更晚。", nameof(input.Day)));
        if (input.Holders.Count is 0 or > MostHolders)
            problems.Add(new("post.holders", $"请填当选的人，一次1到{MostHolders}人。", "Holders[0].Name"));
        AddMeeting(problems, input);
        for (var at = 0; at < input.Holders.Count; at++)
            AddHolder(problems, input.Holders[at], input, body, at);
        return problems;
    }

    /// <summary>Checks who is elected against who holds posts of the term already.</summary>
    /// <param name="input">The election.</param>
    /// <param name="persons">Who is meant, in the order of the holders.</param>
    /// <param name="posts">Posts of the term, those that have ended included, without mistaken ones.</param>
    /// <param name="body">The body.</param>
    public static List<Problem> Check(ElectionInput input, IReadOnlyList<Guid> persons, IReadOnlyList<Post> posts, Organisation body)
    {
        var problems = new List<Problem>();
        for (var at = 0; at < persons.Count; at++)
        {
            var (holder, person) = (input.Holders[at], persons[at]);
            if (persons.Take(at).Contains(person))
                problems.Add(Of(at, "post.twice", $"{holder.Name}写了两次。同名的两个人，请都填上手机号。"));
            else if (posts.FirstOrDefault(post => post.PersonId == person && post.Until is null && (post.Kind == holder.Kind || post.From > input.Day)) is { } same)
                problems.Add(Of(at, "post.held", $"{holder.Name}自{same.From:yyyy-MM-dd}起已任{same.Kind.Name(body.Kind)}，不用再登记。同名的另一个人，请填上手机号。"));
            else if (posts.Any(post => post.PersonId == person && post.Until > input.Day))
                problems.Add(Of(at, "post.overlap", $"{holder.Name}这一天还任着另一个职务，一个人在一个组织同时只任一职，请核对日期。"));
            if (holder.Kind == PostKind.Chair && IsChairTaken(input, persons, posts, at))
                problems.Add(Of(at, "post.chair.taken", $"{PostKind.Chair.Name(body.Kind)}只有一位，这一天还有人在任，请先登记她离任。", "Kind"));
        }
        return problems;
    }

    /// <summary>Checks a leaving.</summary>
    public static List<Problem> Check(Post post, DateOnly day, Departure departure, string? note, DateOnly today)
    {
        var problems = new List<Problem>();
        if (!Enum.IsDefined(departure) || departure is Departure.TermEnded or Departure.Changed)
            problems.Add(new("post.departure", "请选离任原因。", "Departure"));
        if (day > today)
            problems.Add(new("post.until.future", "离任日期晚于今天，请离任那天再登记。", "Day"));
        else if (day < post.From)
            problems.Add(new("post.until.early", $"她{post.From:yyyy-MM-dd}才任职，离任日期不能更早。", "Day"));
        if (note?.Trim().Length > LongestNote)
            problems.Add(new("post.note.long", $"说明最多{LongestNote}个字，请写短些。", "Note"));
        return problems;
    }

    // ORG-07, ORG-08 and what the numbers say by themselves.
    private static void AddMeeting(List<Problem> problems, ElectionInput input)
    {
        if (new[] { input.Expected, input.Present, input.Issued, input.Returned }.Any(number => number < 0))
            problems.Add(new("post.meeting.negative", "人数和票数不能小于0。", nameof(input.Expected)));
        else if (input.Present > input.Expected)
            problems.Add(new("post.meeting.present", "实到不能多于应到，请核对。", nameof(input.Present)));
        else if (input.Present * 3 <= input.Expected * 2)
            problems.Add(new("post.meeting.quorum", $"实到{input.Present}人没有超过应到{input.Expected}人的三分之二，不能选举。", nameof(input.Present)));
        if (input.Returned > input.Issued)
            problems.Add(new("post.meeting.ballots", "收回的选票多于发出的，选举无效，应当重选。", nameof(input.Returned)));
    }

    private static void AddHolder(List<Problem> problems, NewHolder holder, ElectionInput input, Organisation body, int at)
    {
        if (holder.Name.Trim().Length is 0 or > Person.LongestName)
            problems.Add(Of(at, "post.name", $"请填姓名，最多{Person.LongestName}个字。"));
        else if (Masks.IsMasked(holder.Name))
            problems.Add(Of(at, "post.name.masked", "姓名里有星号，请写全名。"));
        if (!Enum.IsDefined(holder.Kind))
            problems.Add(Of(at, "post.kind", "请选职务。", "Kind"));
        else if (holder.Kind == PostKind.Standing && !body.MayHaveStanding)
            problems.Add(Of(at, "post.kind.standing", "乡镇（街道）以下和单位里的妇女组织不设常委会，请改选别的职务。", "Kind"));
        if (!Enum.IsDefined(holder.Entry))
            problems.Add(Of(at, "post.entry", "请选产生方式。", "Entry"));
        if (!string.IsNullOrWhiteSpace(holder.Phone) && !PhoneNumber.TryParse(holder.Phone, out _))
            problems.Add(Of(at, "post.phone", "手机号应是11位数字，请核对。", "Phone"));
        if (holder.Votes is { } votes)
            AddVotes(problems, votes, input, at);
    }

    // ORG-09: more than half of those who should attend, not of those present.
    private static void AddVotes(List<Problem> problems, int votes, ElectionInput input, int at)
    {
        if (input.Expected is not { } expected)
            problems.Add(new("post.votes.expected", "填了赞成票，请也填应到人数。", nameof(input.Expected)));
        else if (votes > (input.Returned ?? input.Present ?? expected))
            problems.Add(Of(at, "post.votes.many", "赞成票多于选票，请核对。", "Votes"));
        else if (votes * 2 <= expected)
            problems.Add(Of(at, "post.votes.few", $"赞成{votes}票没有超过应到{expected}人的一半，没有当选。", "Votes"));
    }

    private static bool IsChairTaken(ElectionInput input, IReadOnlyList<Guid> persons, IReadOnlyList<Post> posts, int at) =>
        input.Holders.Take(at).Any(other => other.Kind == PostKind.Chair)
        // Who holds the post and is elected to another one on this form leaves it.
        || posts.Any(post => post.Kind == PostKind.Chair && (post.Until is null ? !persons.Contains(post.PersonId) : post.Until > input.Day));

    private static Problem Of(int at, string code, string text, string field = nameof(NewHolder.Name)) => new(code, text, $"Holders[{at}].{field}", at + 1);
}
