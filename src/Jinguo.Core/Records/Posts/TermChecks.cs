using Jinguo.Core.Base;
using Jinguo.Core.Base.Organisations;

namespace Jinguo.Core.Records.Posts;

/// <summary>A term to be begun, or what is to be put right about the one that stands.</summary>
/// <param name="Key">The client key, version 7: the same form begins one term.</param>
/// <param name="OrganisationId">The body.</param>
/// <param name="Number">第几届.</param>
/// <param name="From">First day.</param>
/// <param name="Years">Years it lasts.</param>
/// <param name="Seats">How many posts it has.</param>
public sealed record TermInput(Guid Key, int OrganisationId, int Number, DateOnly From, int Years, Seats Seats)
{
    /// <summary>The congress that elects it, or null.</summary>
    public string? Congress { get; init; }

    /// <summary>Organisations that a 三新 federation covers; 1 where nothing is said.</summary>
    public int? Covers { get; init; }

    /// <summary>Why closed days are changed, or null.</summary>
    public string? Reason { get; init; }
}

/// <summary>What is wrong with a term. What the charter says is an error; local numbers are remarks (<see cref="PostRemarks"/>). Pure.</summary>
public static class TermChecks
{
    /// <summary>Longest name of a congress, in letters.</summary>
    public const int LongestCongress = 60;

    /// <summary>Most seats of a kind.</summary>
    public const int MostSeats = 500;

    private const int MostNumber = 100;
    private const int MostCovered = 100_000;

    /// <summary>Checks a term.</summary>
    /// <param name="input">The term.</param>
    /// <param name="body">Its body.</param>
    /// <param name="before">The term before it, standing or ended; null for the first.</param>
    /// <param name="today">Today in China.</param>
    public static List<Problem> Check(TermInput input, Organisation body, Term? before, DateOnly today)
    {
        if (!body.HasTerms)
            return [new("term.kind", $"{body.Kind.Name()}没有届次，不用登记。")];
        var problems = new List<Problem>();
        if (input.Number is < 1 or > MostNumber)
            problems.Add(new("term.number", $"届次请填1到{MostNumber}。", nameof(input.Number)));
        else if (before is not null && input.Number <= before.Number)
            problems.Add(new("term.number.order", $"上一届是第{before.Number}届，这一届的届次要更大。", nameof(input.Number)));
        AddDays(problems, input.From, body, before, today);
        var (least, most) = body.TermYears;
        if (input.Years < least || input.Years > most)
            problems.Add(new("term.years", least == most ? $"县级以上妇联每届任期{most}年。" : $"任期请填{least}到{most}年。", nameof(input.Years)));
        if (input.Congress?.Trim().Length > LongestCongress)
            problems.Add(new("term.congress.long", $"大会名称最多{LongestCongress}个字，请写短些。", nameof(input.Congress)));
        if (input.Covers is < 1 or > MostCovered)
            problems.Add(new("term.covers", $"覆盖的组织数请填1到{MostCovered}。", nameof(input.Covers)));
        AddSeats(problems, input.Seats, body);
        return problems;
    }

    private static void AddDays(List<Problem> problems, DateOnly from, Organisation body, Term? before, DateOnly today)
    {
        if (from > today)
            problems.Add(new("term.from.future", "起始日期晚于今天，请换届那天再登记。", nameof(TermInput.From)));
        else if (from < body.ValidFrom || from > body.ValidTo)
            problems.Add(new("term.from.body", $"{body.Name}在这一天还没有或已经撤销，请核对日期。", nameof(TermInput.From)));
        else if (before is not null && from < (before.Ended ?? before.From.AddDays(1)))
            problems.Add(new("term.from.early", $"第{before.Number}届自{before.From:yyyy-MM-dd}{(before.Ended is { } ended ? $"至{ended:yyyy-MM-dd}" : "起")}，这一届不能更早。", nameof(TermInput.From)));
    }

    private static void AddSeats(List<Problem> problems, Seats seats, Organisation body)
    {
        if (new[] { seats.Executives, seats.Standing, seats.FullTimeVices, seats.SecondedVices, seats.PartTimeVices }.Any(count => count is < 0 or > MostSeats))
            problems.Add(new("term.seats", $"职数请填0到{MostSeats}。", nameof(seats.Executives)));
        else if (seats.Standing > 0 && !body.MayHaveStanding)
            problems.Add(new("term.seats.standing", "乡镇（街道）以下和单位里的妇女组织不设常委会，常委职数请填0。", nameof(seats.Standing)));
        else if (seats.Standing > 0 && seats.Standing < seats.Leaders)
            problems.Add(new("term.seats.leaders", $"常委包括主席和副主席，共{seats.Leaders}人，常委职数不能更少。", nameof(seats.Standing)));
        else if (seats.Executives < Math.Max(seats.Leaders, seats.Standing))
            problems.Add(new("term.seats.executives", $"{PostKind.Executive.Name(body.Kind)}包括班子成员{(seats.Standing > 0 ? "和常委" : "")}，共{Math.Max(seats.Leaders, seats.Standing)}人，职数不能更少。", nameof(seats.Executives)));
    }
}
