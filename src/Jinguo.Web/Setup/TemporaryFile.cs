namespace Jinguo.Web.Setup;

/// <summary>A file for an answer that is made before it is sent: large workbooks are not held in memory, and it is gone when it is closed.</summary>
public static class TemporaryFile
{
    /// <summary>Opens a new one for writing and reading.</summary>
    public static FileStream Create() => new(
        Path.Combine(Path.GetTempPath(), $"jinguo-{Guid.NewGuid():N}.tmp"),
        new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous });
}
