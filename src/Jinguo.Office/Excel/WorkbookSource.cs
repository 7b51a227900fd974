using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Jinguo.Office.Excel;

/// <summary>
/// The one forward-only reader behind the sheets of a workbook, moved to the sheet that is asked for.
/// Sheets read in their order cost one pass.
/// </summary>
internal sealed class WorkbookSource : IDisposable
{
    private readonly IExcelDataReader _reader;
    private readonly string _fileName;
    private bool _rowsRead;

    private WorkbookSource(IExcelDataReader reader, string fileName)
    {
        _reader = reader;
        _fileName = fileName;
    }

    /// <summary>Changes whenever another enumeration takes the reader over.</summary>
    internal int Turn { get; private set; }

    internal IExcelDataReader Reader => _reader;

    internal static WorkbookSource Open(Func<IExcelDataReader> open, string fileName) =>
        new(Guard(open, fileName), fileName);

    internal IReadOnlyList<(string Name, bool IsVisible)> ListSheets() => Guard(() =>
    {
        var sheets = new List<(string, bool)>();
        do
        {
            sheets.Add((_reader.Name, _reader.VisibleState == "visible"));
        }
        while (_reader.NextResult());
        _reader.Reset();
        return sheets;
    });

    /// <summary>Moves to a sheet; for its rows to before the first.</summary>
    /// <returns>The turn of this enumeration.</returns>
    internal int MoveTo(string sheet, bool forRows)
    {
        var isThere = _reader.Name == sheet;
        if (isThere && !(forRows && _rowsRead))
        {
            _rowsRead |= forRows;
            return Turn;
        }

        var found = Guard(() => (!isThere && MoveOn(sheet)) || StartAgain(sheet));
        _rowsRead = forRows;
        return found ? ++Turn : throw Damaged(_fileName, null);
    }

    /// <summary>The libraries throw many kinds of exceptions at damaged files; to the user they all mean the same.</summary>
    internal T Guard<T>(Func<T> read) => Guard(read, _fileName);

    public void Dispose() => _reader.Dispose();

    internal static OfficeFormatException Damaged(string fileName, Exception? cause)
    {
        const string remedy = "请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。";
        return cause is null
            ? new($"文件“{fileName}”读不出来，可能已损坏。{remedy}")
            : new($"文件“{fileName}”读不出来，可能已损坏。{remedy}", cause);
    }

    private bool StartAgain(string sheet)
    {
        _reader.Reset();
        return _reader.Name == sheet || MoveOn(sheet);
    }

    private bool MoveOn(string sheet)
    {
        while (_reader.NextResult())
        {
            if (_reader.Name == sheet)
            {
                return true;
            }
        }

        return false;
    }

    private static T Guard<T>(Func<T> read, string fileName)
    {
        try
        {
            return read();
        }
        catch (InvalidPasswordException cause)
        {
            throw new OfficeFormatException($"文件“{fileName}”设了打开密码，读不了。请用 Excel 或 WPS 打开，去掉密码后保存，再导入。", cause);
        }
        catch (Exception cause) when (cause is EndOfStreamException or not (OfficeFormatException or IOException or OutOfMemoryException or ObjectDisposedException))
        {
            throw Damaged(fileName, cause);
        }
    }
}
