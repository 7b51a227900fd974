using System.Globalization;
using System.Text;
using CsvHelper;

namespace Jinguo.Office.Excel;

/// <summary>
/// Writes a CSV that Excel and WPS open with the right characters (UTF-8 with its mark) and without running anything as a formula.
/// Dispose finishes the file; the stream stays open.
/// </summary>
public sealed class CsvTableWriter : IDisposable
{
    private readonly CsvWriter _csv;

    /// <summary>Starts a file.</summary>
    /// <param name="target">Where it is written.</param>
    public CsvTableWriter(Stream target) => _csv = new CsvWriter(
        new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), bufferSize: 64 << 10, leaveOpen: true),
        CultureInfo.InvariantCulture);

    /// <summary>Writes to where a command prints, which has its own encoding.</summary>
    /// <param name="target">Where it is written.</param>
    public CsvTableWriter(TextWriter target) => _csv = new CsvWriter(target, CultureInfo.InvariantCulture, leaveOpen: true);

    /// <summary>Writes a row; numbers and days bare, texts so that they stay texts.</summary>
    public void Row(params ReadOnlySpan<CellValue> cells)
    {
        foreach (var cell in cells)
        {
            if (cell.Text is not { } text)
            {
                _csv.WriteField(cell.ToString());
                continue;
            }

            var safe = CsvText.Guard(CsvText.Clean(text));
            // Who opens the file guesses its separator from what stands outside quotes.
            if (safe.AsSpan().ContainsAny('\t', ';'))
            {
                _csv.WriteField(safe, shouldQuote: true);
            }
            else
            {
                _csv.WriteField(safe);
            }
        }

        _csv.NextRecord();
    }

    /// <inheritdoc />
    public void Dispose() => _csv.Dispose();
}
