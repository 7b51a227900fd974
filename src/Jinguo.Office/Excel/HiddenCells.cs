namespace Jinguo.Office.Excel;

/// <summary>
/// The cells of a sheet that the library shows as empty though they are not: an empty cell would be taken for "nothing to report".
/// </summary>
internal abstract class HiddenCells : IDisposable
{
    /// <summary>The hidden cells of a row from left to right. Rows must be asked for in ascending order.</summary>
    internal abstract IReadOnlyList<SheetCell> InRow(int row);

    public abstract void Dispose();
}
