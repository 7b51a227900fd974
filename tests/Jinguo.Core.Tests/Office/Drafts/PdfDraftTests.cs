using System.Diagnostics;
using Jinguo.Office;
using Jinguo.Office.Drafts;

namespace Jinguo.Core.Tests.Office.Drafts;

/// <summary>
/// PDF files are read by a program that may not be there. Where these tests need what it writes and not the program itself, a script takes its place.
/// </summary>
public sealed class PdfDraftTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("jinguo-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task LinesOfAPage_BecomeParagraphs_OnceReadByTheProgram()
    {
        if (!IsInstalled())
        {
            return;
        }

        var draft = await ReadAsync(Pdfs.Of(
            ["东山镇妇联工作总结", "全年举办妇女培训班十二期，培训妇女12", "00余人次，覆盖全镇各村（社区），妇女群", "众满意。", "—1—"],
            ["走访慰问300户。"]));

        Assert.Equal(DraftKind.Pdf, draft.Kind);
        Assert.Equal("东山镇妇联工作总结\n全年举办妇女培训班十二期，培训妇女12\n00余人次，覆盖全镇各村（社区），妇女群众满意。\n走访慰问300户。", draft.Text);
    }

    [Fact]
    public async Task WithoutTheProgram_TheMessageSaysWhatToDo()
    {
        var message = await RefusalAsync(Pdfs.Of(["12期"]), program: "jinguo-no-such-program");

        Assert.Contains("poppler-utils", message, StringComparison.Ordinal);
        Assert.Contains("粘贴", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("图片", "扫描件")]
    [InlineData("密码", "密码")]
    [InlineData("坏", "损坏")]
    public async Task PdfFilesWithoutReadableText_AreToldApart(string kind, string word)
    {
        if (!IsInstalled())
        {
            return;
        }

        var file = kind switch
        {
            "图片" => Pdfs.Of([[]]),
            "密码" => Pdfs.Encrypted(),
            _ => "%PDF-1.7 and nothing else"u8.ToArray(),
        };
        Assert.Contains(word, await RefusalAsync(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LinesThatFillThePage_GoOnInTheNext_AlsoBehindAPageNumber()
    {
        var draft = await ReadAsync(Pdfs.Of([[]]), program: Script("""
            printf '2009年工作总结\n\n全年，东山镇妇联在镇党委和上级妇联的领导下，共举办培\n训班12期，培训妇女1200余人次，按照年初部署扎实推进各\n项工作，现总结如下。\n一、主要工作\n举办讲座，参加的妇女和儿童共有三千二百人，其中妇女二\n— 1 —\n\f千人。\n指标\n12\n2\n\f'
            """));

        Assert.Equal(
            "2009年工作总结\n全年，东山镇妇联在镇党委和上级妇联的领导下，共举办培训班12期，培训妇女1200余人次，按照年初部署扎实推进各项工作，现总结如下。\n一、主要工作\n举办讲座，参加的妇女和儿童共有三千二百人，其中妇女二千人。\n指标\n12",
            draft.Text);
    }

    [Fact]
    public async Task WhatWritesForEver_IsStopped()
    {
        var message = await RefusalAsync(Pdfs.Of([[]]), new DraftLimits(Letters: 100_000), Script("while :; do printf '妇联妇联妇联妇联\\n妇联妇联妇联妇联\\n'; done"));

        Assert.Contains("10 万字", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatNeverEnds_IsStopped() =>
        Assert.Contains("太复杂", await RefusalAsync(Pdfs.Of([[]]), new DraftLimits { PdfTime = TimeSpan.FromMilliseconds(200) }, Script("sleep 600")), StringComparison.Ordinal);

    [Fact]
    public async Task WhatTakesTooMuchMemory_IsStopped() =>
        Assert.Contains("太复杂", await RefusalAsync(Pdfs.Of([[]]), new DraftLimits { PdfMemoryBytes = 1 }, Script("sleep 600")), StringComparison.Ordinal);

    [Fact]
    public async Task WhatComplainsAtLength_StillEnds() =>
        Assert.Contains("损坏", await RefusalAsync(Pdfs.Of([[]]), program: Script("i=0; while [ $i -lt 20000 ]; do echo 'Syntax Error: something is wrong' >&2; i=$((i+1)); done; exit 1")), StringComparison.Ordinal);

    [Fact]
    public async Task TheCopyForTheProgram_IsGoneAfterwards()
    {
        var seen = Path.Combine(_folder, "seen");

        await ReadAsync(Pdfs.Of([[]]), program: Script($"""for a in "$@"; do case $a in *.pdf) ls "$a" > {seen};; esac; done; echo 12"""));

        var copy = (await File.ReadAllTextAsync(seen)).Trim();
        Assert.EndsWith(".pdf", copy, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.GetDirectoryName(copy)));
    }

    private static Task<DraftText> ReadAsync(byte[] pdf, DraftLimits? limits = null, string program = DraftReader.PdfProgram) =>
        DraftReader.ReadAsync(new MemoryStream(pdf), limits, program);

    private static async Task<string> RefusalAsync(byte[] pdf, DraftLimits? limits = null, string program = DraftReader.PdfProgram) =>
        (await Assert.ThrowsAsync<OfficeFormatException>(() => ReadAsync(pdf, limits, program))).Message;

    private static bool IsInstalled() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, DraftReader.PdfProgram)));

    private string Script(string commands)
    {
        // Written by a process of its own: a program that this one still holds open for writing does not start.
        var file = Path.Combine(_folder, "program");
        using var writer = Process.Start("sh", ["-c", "printf '#!/bin/sh\\n%s\\n' \"$1\" > \"$0\" && chmod +x \"$0\"", file, commands]);
        writer.WaitForExit();
        return file;
    }
}
