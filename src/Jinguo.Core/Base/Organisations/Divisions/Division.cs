namespace Jinguo.Core.Base.Organisations.Divisions;

/// <summary>An administrative division: 2 digits for a province, 4, 6, 9, and 12 for a village or community.</summary>
/// <param name="Code">The digits that count: 3213 for 321300000000.</param>
/// <param name="Name">The name as published: 宿迁市, 芙蓉村村民委员会.</param>
public sealed record Division(string Code, string Name)
{
    /// <summary>The level that the length of the code says.</summary>
    public Level Level => LevelOf(Code.Length) ?? throw new InvalidOperationException($"No level has codes of {Code.Length} digits.");

    /// <summary>All 12 digits.</summary>
    public string FullCode => Code.PadRight(12, '0');

    /// <summary>The level of codes of this length, or null.</summary>
    public static Level? LevelOf(int length) => length switch
    {
        2 => Level.Province,
        4 => Level.City,
        6 => Level.County,
        9 => Level.Township,
        12 => Level.Village,
        _ => null,
    };

    /// <summary>Lengths of codes, from the province down.</summary>
    public static IReadOnlyList<int> Lengths { get; } = [2, 4, 6, 9, 12];
}
