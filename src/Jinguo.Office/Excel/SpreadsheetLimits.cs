namespace Jinguo.Office.Excel;

/// <summary>
/// How much a spreadsheet may hold, so that a broken or malicious file cannot exhaust the machine.
/// 100,000 rows of 20 columns take about 20 MB, unpacked about 120 MB.
/// </summary>
/// <param name="FileBytes">Size of the file.</param>
/// <param name="UnpackedBytes">Size of all its XML together after unpacking.</param>
/// <param name="SharedTextBytes">Size of the texts that a workbook shares between cells; they are held in memory.</param>
public sealed record SpreadsheetLimits(
    long FileBytes = 100L << 20, long UnpackedBytes = 1L << 30, long SharedTextBytes = 128L << 20);
