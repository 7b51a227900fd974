using System.Buffers.Binary;

namespace Jinguo.Office.Excel;

/// <summary>The error values of a sheet of an old .xls, found by walking through its records ([MS-XLS] 2.4).</summary>
internal sealed class XlsHiddenCells : HiddenCells
{
    private const int BoundSheet = 0x0085;
    private const int BoolErr = 0x0205;
    private const int Formula = 0x0006;
    private const int OldFormula = 0x0406;
    private const int EndOfSheet = 0x000A;

    private readonly Dictionary<int, List<SheetCell>> _rows;

    private XlsHiddenCells(Dictionary<int, List<SheetCell>> rows) => _rows = rows;

    /// <summary>One for each worksheet in order. Fewer where the file is not as it should be: the library will say so.</summary>
    internal static IReadOnlyList<XlsHiddenCells> Of(Stream xls)
    {
        var book = CompoundFile.ReadStream(xls, "Workbook") ?? CompoundFile.ReadStream(xls, "Book") ?? [];
        return [.. SheetStarts(book).Select(start => new XlsHiddenCells(ReadSheet(book, start)))];
    }

    internal override IReadOnlyList<SheetCell> InRow(int row) => _rows.TryGetValue(row, out var cells) ? cells : [];

    public override void Dispose()
    {
    }

    private static IEnumerable<int> SheetStarts(byte[] book)
    {
        foreach (var (kind, at, length) in Records(book, 0))
        {
            // Kind 0 is a worksheet; others are charts and macros.
            if (kind == BoundSheet && length >= 8 && book[at + 5] == 0)
            {
                yield return BinaryPrimitives.ReadInt32LittleEndian(book.AsSpan(at));
            }
        }
    }

    private static Dictionary<int, List<SheetCell>> ReadSheet(byte[] book, int start)
    {
        var rows = new Dictionary<int, List<SheetCell>>();
        foreach (var (kind, at, length) in Records(book, start))
        {
            var record = book.AsSpan(at, length);
            int? error = kind switch
            {
                BoolErr when length >= 8 && record[7] == 1 => record[6],
                Formula or OldFormula when length >= 14 && record[6] == 2 && record[12] == 0xFF && record[13] == 0xFF => record[8],
                _ => null,
            };
            if (error is { } code)
            {
                var row = BinaryPrimitives.ReadUInt16LittleEndian(record) + 1;
                var cells = rows.TryGetValue(row, out var known) ? known : rows[row] = [];
                cells.Add(new SheetCell(BinaryPrimitives.ReadUInt16LittleEndian(record[2..]) + 1, CellKind.Error, Text(code)));
            }
        }

        return rows;
    }

    private static IEnumerable<(int Kind, int At, int Length)> Records(byte[] book, int start)
    {
        for (var at = start; at >= 0 && at + 4 <= book.Length;)
        {
            var kind = BinaryPrimitives.ReadUInt16LittleEndian(book.AsSpan(at));
            var length = BinaryPrimitives.ReadUInt16LittleEndian(book.AsSpan(at + 2));
            at += 4;
            if (kind == EndOfSheet || at + length > book.Length)
            {
                yield break;
            }

            yield return (kind, at, length);
            at += length;
        }
    }

    private static string Text(int code) => code switch
    {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    };
}
