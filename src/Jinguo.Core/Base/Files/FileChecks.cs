using Jinguo.Core.Base.Files.Pictures;

namespace Jinguo.Core.Base.Files;

/// <summary>A file that may be kept.</summary>
/// <param name="Name">Its name, without folders and what nobody typed.</param>
/// <param name="MediaType">What it is by its first bytes.</param>
/// <param name="Content">What is kept of it: of a picture only the picture.</param>
public sealed record CheckedFile(string Name, string MediaType, byte[] Content);

/// <summary>What is taken as a file and what it is called, wherever it is kept. Pure.</summary>
public static class FileChecks
{
    private const int LongestEnding = 10;
    private const string Nameless = "文件";

    /// <summary>Why a file is not taken: it is empty, larger than <see cref="FileStore.LargestSize"/>, or a program; null where it is.</summary>
    /// <param name="name">Name as uploaded.</param>
    /// <param name="size">In bytes.</param>
    /// <param name="head">At least the first 4 bytes, if there are so many.</param>
    public static Problem? Check(string name, long size, ReadOnlySpan<byte> head)
    {
        if (size == 0)
            return new Problem("file.empty", $"文件“{NameOf(name)}”是空的，请重新选择。");
        if (size > FileStore.LargestSize)
            return new Problem("file.large", $"文件“{NameOf(name)}”超过50MB，请压缩后再上传。");
        return MediaTypes.IsProgram(head, CleanText.Of(name))
            ? new Problem("file.program", $"文件“{NameOf(name)}”是程序、脚本或网页，不能上传。请改传文档、表格、图片或压缩包。")
            : null;
    }

    /// <summary>Checks a whole file; of a picture only the picture is kept (<see cref="PictureMetadata"/>): where and with what a photo was taken is nobody's business here.</summary>
    /// <param name="name">Name as uploaded.</param>
    /// <param name="content">The whole content.</param>
    /// <returns>The file, or a problem (<see cref="Check"/>; a picture that is not whole).</returns>
    public static Outcome<CheckedFile> Take(string name, byte[] content)
    {
        if (Check(name, content.Length, content) is { } problem)
            return problem;
        var mediaType = MediaTypes.Sniff(content.AsSpan(0, Math.Min(content.Length, FileStore.HeadLength)), name);
        if (!MediaTypes.IsPicture(mediaType))
            return new CheckedFile(NameOf(name), mediaType, content);
        return PictureMetadata.Without(mediaType, content) is { } clean ? new CheckedFile(NameOf(name), mediaType, clean) : BrokenPicture(name);
    }

    /// <summary>What is said of a picture that is not whole.</summary>
    public static Problem BrokenPicture(string name) => new("file.picture", $"图片“{NameOf(name)}”不完整或已经损坏，请换一张。");

    /// <summary>The name without folders and without what nobody typed; a long one loses its middle and keeps its ending.</summary>
    /// <param name="sent">Name as uploaded.</param>
    public static string NameOf(string sent)
    {
        var name = Path.GetFileName(CleanText.Of(sent).Replace('\\', '/')).Trim();
        if (name.Trim('.').Length == 0)
            return Nameless;
        var ending = Path.GetExtension(name) is { Length: <= LongestEnding } usual ? usual : "";
        return name.Length <= FileStore.LongestName ? name : CleanText.Of(name[..(FileStore.LongestName - ending.Length)]) + ending;
    }
}
