using Jinguo.Core.Base.Access;
using Jinguo.Core.Figures.Reading;

namespace Jinguo.Core.Reports.Checking;

/// <summary>A draft that its writer asked to keep, with what she decided about it. Only she sees it; what it says is sealed.</summary>
public sealed class KeptDraft : IOwned
{
    /// <summary>The longest title, in letters.</summary>
    public const int LongestTitle = 200;

    /// <summary>Region of the body.</summary>
    public int Region { get; set; }

    /// <summary>Key.</summary>
    public Guid Id { get; set; }

    /// <summary>Whose draft it is.</summary>
    public int OrganisationId { get; set; }

    /// <summary>Who keeps it.</summary>
    public Guid AccountId { get; set; }

    /// <summary>Its name in the list: the file's, or the first words.</summary>
    public required string Title { get; set; }

    /// <summary>The period it reports on (<see cref="Jinguo.Core.Base.Time.Period"/>).</summary>
    public required string Period { get; set; }

    /// <summary>Whose tree its figures stand on.</summary>
    public FigureTree Tree { get; set; }

    /// <summary>The draft and the decisions, sealed.</summary>
    public required string Sealed { get; set; }

    /// <summary>When it was kept last (UTC).</summary>
    public DateTime KeptAt { get; set; }
}

/// <summary>What is kept of a draft.</summary>
/// <param name="Name">Name of the file, or null.</param>
/// <param name="Text">Its words, where no Word file is carried; else null.</param>
/// <param name="Word">The Word file in Base64, or null.</param>
/// <param name="IsLarge">True where the Word file was too large to be carried.</param>
/// <param name="Report">The report whose draft it is, or null.</param>
/// <param name="Draft">Which draft of it, or null.</param>
/// <param name="Decided">What was decided about findings.</param>
public sealed record KeptContent(string? Name, string? Text, string? Word, bool IsLarge, Guid? Report, int? Draft, IReadOnlyList<string> Decided);

/// <summary>A kept draft, opened.</summary>
/// <param name="Kept">The row.</param>
/// <param name="Scope">Whose draft of which period.</param>
/// <param name="Content">What it says.</param>
public sealed record OpenedDraft(KeptDraft Kept, CheckScope Scope, KeptContent Content);
