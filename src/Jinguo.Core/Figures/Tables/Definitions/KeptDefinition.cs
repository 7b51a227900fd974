using System.Collections.Concurrent;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Forms;
using Jinguo.Core.Facts;

namespace Jinguo.Core.Figures.Tables.Definitions;

/// <summary>
/// A version of a table's definition as it was loaded or uploaded. Never changed: a table keeps the version it was made
/// with; a changed file becomes the next version.
/// </summary>
public sealed class KeptDefinition : IOwned
{
    /// <summary>Region of the body; 0 where shipped.</summary>
    public int Region { get; set; }

    /// <summary>Key.</summary>
    public Guid Id { get; set; }

    /// <summary>The body whose table it is: it and every body below use it; 0 where shipped.</summary>
    public int OrganisationId { get; set; }

    /// <summary>Code of the table.</summary>
    public required string Code { get; set; }

    /// <summary>From 1, counting up with every changed file of this body.</summary>
    public int Version { get; set; }

    /// <summary>表名, for lists.</summary>
    public required string Name { get; set; }

    /// <summary>表号, for lists.</summary>
    public required string Number { get; set; }

    /// <summary>The file.</summary>
    public required string Json { get; set; }

    /// <summary>When it came (UTC).</summary>
    public DateTime KeptAt { get; set; }

    /// <summary>Who brought it.</summary>
    public required string KeptBy { get; set; }

    /// <summary>True for the newest version.</summary>
    public bool IsNewest { get; set; }
}

/// <summary>Definitions as read, each once for the whole process: a kept version never changes.</summary>
public sealed class DefinitionCache
{
    private readonly ConcurrentDictionary<Guid, TableDefinition> read = new();

    /// <summary>The definition that was kept.</summary>
    public TableDefinition Get(KeptDefinition kept, MeasureCatalog catalog) =>
        read.GetOrAdd(kept.Id, _ => TableReading.Read(new PackFile(kept.Code + ".json", kept.Json), catalog).Definition
            ?? throw new InvalidOperationException($"The definition {kept.Code}, version {kept.Version}, names measures that are not known here."));
}
