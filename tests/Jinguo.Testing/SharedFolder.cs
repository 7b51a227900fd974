namespace Jinguo.Testing;

/// <summary>
/// The folder <c>shared</c> beside the repository: designs, rules and real reports that are not part of it.
/// Tests that read it skip where a clone stands alone.
/// </summary>
public static class SharedFolder
{
    /// <summary>Full path of the folder, or null where it is absent.</summary>
    public static string? Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>Full path of something in the folder.</summary>
    /// <exception cref="DirectoryNotFoundException">The folder is absent: mark the test with <see cref="SharedFactAttribute"/>.</exception>
    public static string At(params string[] parts) =>
        Path.Combine([Root ?? throw new DirectoryNotFoundException("No folder shared/ beside the repository."), .. parts]);

    private static string? Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder.Parent is { } parent; folder = parent)
        {
            var candidate = Path.Combine(parent.FullName, "shared");
            if (Directory.Exists(Path.Combine(candidate, "design")))
            {
                return candidate;
            }
        }
        return null;
    }
}

/// <summary>A fact that reads <see cref="SharedFolder"/> and skips where it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute() => Skip = SharedFolder.Root is null ? "The folder shared/ is not beside the repository." : null;
}

/// <summary>A theory that reads <see cref="SharedFolder"/> and skips where it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedTheoryAttribute : TheoryAttribute
{
    public SharedTheoryAttribute() => Skip = SharedFolder.Root is null ? "The folder shared/ is not beside the repository." : null;
}
