using System.Globalization;
using System.Text.RegularExpressions;

namespace Jinguo.Core.Base.Backups;

/// <summary>
/// Where backups lie. <c>files/</c> is the pool of stored files, shared by all of them, for a stored file never changes under its
/// name; every other folder is one backup, named after its time (UTC). A backup is written under another name and renamed when
/// it is whole: what bears its name is whole, and what a killed run left is cleared by the next.
/// </summary>
/// <param name="path">The folder.</param>
public sealed partial class BackupFolder(string path)
{
    private const string Unfinished = ".partial";

    /// <summary>Ending of a file of the pool that is being written.</summary>
    internal const string UnfinishedFile = ".part";

    /// <summary>The folder.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>The pool of stored files.</summary>
    public string Pool => System.IO.Path.Combine(Path, "files");

    /// <summary>The folder that holds a backup.</summary>
    /// <param name="backup">Folder of the backup.</param>
    public static BackupFolder Of(string backup) => new(System.IO.Path.Combine(System.IO.Path.GetFullPath(backup), ".."));

    /// <summary>Names of the backups that are whole, the oldest first.</summary>
    public IReadOnlyList<string> List() => Directory.Exists(Path)
        ? [.. Directory.EnumerateDirectories(Path).Select(one => System.IO.Path.GetFileName(one)).Where(one => Name().IsMatch(one)).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>The folder of a backup.</summary>
    /// <param name="name">Its name.</param>
    public string PathOf(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Takes the folder for oneself until disposed; null where somebody else has it.</summary>
    internal FileStream? Lock()
    {
        Folders.Make(Path);
        try
        {
            return new(System.IO.Path.Combine(Path, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException problem) when (problem is not (DirectoryNotFoundException or FileNotFoundException))
        {
            return null;
        }
    }

    /// <summary>Clears what killed runs left.</summary>
    internal void Clear()
    {
        foreach (var left in Directory.GetDirectories(Path, $"*{Unfinished}").Where(one => Name().IsMatch(System.IO.Path.GetFileName(one)[..^Unfinished.Length])))
            Directory.Delete(left, recursive: true);
        if (Directory.Exists(Pool))
            foreach (var left in Directory.GetFiles(Pool, $"*{UnfinishedFile}", SearchOption.AllDirectories))
                File.Delete(left);
    }

    /// <summary>Begins a backup.</summary>
    /// <param name="at">Its time (UTC).</param>
    /// <returns>Its name, and the folder into which it is written.</returns>
    internal (string Name, string Draft) Begin(DateTime at)
    {
        var first = at.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var name = first;
        for (var number = 2; Directory.Exists(PathOf(name)); number++)
            name = string.Create(CultureInfo.InvariantCulture, $"{first}-{number}");
        var draft = PathOf(name + Unfinished);
        Folders.Make(draft);
        return (name, draft);
    }

    /// <summary>A backup is whole from here on.</summary>
    internal void Finish(string name, string draft) => Directory.Move(draft, PathOf(name));

    /// <summary>Takes a backup away; killed in the middle it is no backup any more, and the next run clears the rest.</summary>
    internal void Remove(string name)
    {
        Directory.Move(PathOf(name), PathOf(name + Unfinished));
        Directory.Delete(PathOf(name + Unfinished), recursive: true);
    }

    [GeneratedRegex(@"^\d{8}T\d{6}Z(-\d+)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();
}
