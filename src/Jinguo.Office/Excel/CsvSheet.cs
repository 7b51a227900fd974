using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Jinguo.Office.Excel;

/// <summary>A CSV file as one sheet whose cells are all text.</summary>
internal sealed class CsvSheet : Sheet
{
    private const int LongestField = 200_000;

    private readonly Stream _content;
    private readonly string _fileName;
    private readonly Encoding _encoding;
    private int _turn;

    internal CsvSheet(Stream content, string fileName) : base(Path.GetFileNameWithoutExtension(fileName), isVisible: true)
    {
        _content = content;
        _fileName = fileName;
        _encoding = TextEncoding.Of(content)
            ?? throw new OfficeFormatException($"文件“{fileName}”的文字编码认不出（不是 UTF-8，也不是 GBK/GB18030，或是几种混在一起）。请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。");
    }

    public override IReadOnlyList<CellRange> MergedRanges => [];

    public override int RowCount => 0;

    public override IEnumerable<SheetRow> Rows()
    {
        var turn = ++_turn;
        var delimiter = FindDelimiter();
        _content.Position = 0;
        using var text = new StreamReader(_content, _encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 64 << 10, leaveOpen: true);
        using var csv = new CsvParser(text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter,
            BadDataFound = null,
            IgnoreBlankLines = false,
            MaxFieldSize = LongestField,
        });
        while (ReadNext(csv))
        {
            if (ReadRow(csv) is { } row)
            {
                yield return row;
            }

            if (turn != _turn)
            {
                throw new InvalidOperationException("Another enumeration of rows of this file was started.");
            }
        }
    }

    private bool ReadNext(CsvParser csv)
    {
        try
        {
            return csv.Read();
        }
        catch (MaxFieldSizeException cause)
        {
            throw new OfficeFormatException($"文件“{_fileName}”第 {csv.Row} 行起有一格特别长，多半是英文双引号没有成对。请检查这一行，或用 Excel、WPS 打开后另存为 .xlsx。", cause);
        }
    }

    private static SheetRow? ReadRow(CsvParser csv)
    {
        var last = csv.Count;
        while (last > 0 && string.IsNullOrWhiteSpace(csv[last - 1]))
        {
            last--;
        }

        return last == 0 ? null : new SheetRow(csv.Row, [.. Enumerable.Range(1, last).Select(c => SheetCell.OfText(c, CsvText.Unguard(csv[c - 1])))]);
    }

    private string FindDelimiter()
    {
        _content.Position = 0;
        using var text = new StreamReader(_content, _encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 4096, leaveOpen: true);
        var counts = new Dictionary<char, int> { [','] = 0, ['\t'] = 0, [';'] = 0 };
        var quoted = false;
        for (var i = 0; i < 4096 && text.Read() is >= 0 and var c; i++)
        {
            quoted ^= c == '"';
            if (!quoted && counts.TryGetValue((char)c, out var count))
            {
                counts[(char)c] = count + 1;
            }
        }

        return counts.MaxBy(d => d.Value).Key.ToString();
    }
}
