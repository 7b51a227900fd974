using Jinguo.Core.Base.Organisations;

namespace Jinguo.Benchmarks.Nation;

/// <summary>A body of the national tree: where it hangs today and, where it moved, where it hung before.</summary>
internal sealed class NationBody
{
    public required int Id { get; init; }

    public required int Region { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    public required Level Level { get; init; }

    public NationBody? Parent { get; set; }

    public required string Path { get; set; }

    /// <summary>Where it hung until the day before <see cref="Moved"/>.</summary>
    public (NationBody Parent, string Path)? Before { get; private set; }

    /// <summary>First day at today's place, where that is not the first one.</summary>
    public DateOnly? Moved { get; private set; }

    /// <summary>Last day, where it was merged into another.</summary>
    public DateOnly? Ended { get; private set; }

    public List<NationBody> Children { get; } = [];

    public string PathOn(DateOnly day) => Moved is { } first && day < first ? Before!.Value.Path : Path;

    public bool IsThereOn(DateOnly day) => Ended is not { } last || day <= last;

    /// <summary>Hangs it below another; nothing below it moves in the bench but with a merger, which moves villages alone.</summary>
    public void Move(NationBody to, DateOnly from)
    {
        Before = (Parent!, Path);
        Parent!.Children.Remove(this);
        (Parent, Path, Moved) = (to, OrganisationPath.Of(to.Path, Id), from);
        to.Children.Add(this);
    }

    /// <summary>Merges it with everything below into another of its level.</summary>
    public void Merge(NationBody into, DateOnly from)
    {
        foreach (var child in Children.ToList())
            child.Move(into, from);
        Move(into, from);
        Ended = from.AddDays(-1);
    }
}
