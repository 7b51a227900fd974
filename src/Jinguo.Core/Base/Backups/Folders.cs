namespace Jinguo.Core.Base.Backups;

/// <summary>Folders of backups and keys: their owner's alone, and not one within another.</summary>
public static class Folders
{
    /// <summary>Makes a folder that its owner alone may read, where it is not there.</summary>
    /// <param name="folder">The folder.</param>
    public static void Make(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>True where a folder is the outer one or lies within it, links followed.</summary>
    /// <param name="folder">The folder; it need not be there.</param>
    /// <param name="outer">The other; it need not be there.</param>
    public static bool IsWithin(string folder, string outer)
    {
        var way = Path.GetRelativePath(Real(outer), Real(folder));
        return way == "." || !(Path.IsPathRooted(way) || way == ".." || way.StartsWith(".." + Path.DirectorySeparatorChar, StringComparison.Ordinal));
    }

    private static string Real(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (Path.GetDirectoryName(full) is not { } parent)
            return full;
        var here = Path.Combine(Real(parent), Path.GetFileName(full));
        return new DirectoryInfo(here) is { Exists: true, LinkTarget: not null } link ? Real(link.ResolveLinkTarget(returnFinalTarget: true)!.FullName) : here;
    }
}
