namespace Jinguo.Testing;

/// <summary>The folder that holds <c>Jinguo.slnx</c>: where tests find sources, packs and samples.</summary>
public static class RepositoryFolder
{
    /// <summary>Full path of the folder.</summary>
    public static string Root { get; } = Find();

    /// <summary>Full path of something in the repository.</summary>
    public static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Jinguo.slnx")))
            {
                return folder.FullName;
            }
        }
        throw new DirectoryNotFoundException($"No Jinguo.slnx above {AppContext.BaseDirectory}: run the tests from a clone.");
    }
}
