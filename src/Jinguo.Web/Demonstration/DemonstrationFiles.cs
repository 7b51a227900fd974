namespace Jinguo.Web.Demonstration;

/// <summary>The data files of the demonstration, carried in the program.</summary>
internal static class DemonstrationFiles
{
    public static Stream Open(string name) =>
        typeof(DemonstrationFiles).Assembly.GetManifestResourceStream(name)
        ?? throw new FileNotFoundException("The demonstration's data is missing from the program.", name);
}
