using Jinguo.Core.Figures.Tables.Filling;

namespace Jinguo.Core.Tests.Figures.Tables;

public sealed class TableChecksTests
{
    [Fact]
    public void TheRosterOfLeftBehindChildren_KeepsItsEquations_AndNamesEachCellThatDoesNot()
    {
        var definition = TestTables.ByHand(32, TestTables.LeftBehind);
        // 15 = 2+5+8 with 7, 5 and 3; the other divisions of the same children each add up to 15.
        decimal[] good = [15, 7, 3, 4, 5, 2, 3, 3, 1, 2, 1, 2, 3, 4, 1, 2, 1, 1, 8, 7, 2, 3, 3, 3, 4, 4, 4, 4, 3, 5, 5, 5];
        Assert.Empty(TableChecks.Check(definition, TestTables.Sheet(good)));

        decimal[] bad = [.. good];
        bad[7] = 2;
        Assert.Equal(
            [
                "第1行“合计”：1栏=15，2+5+8=14，差1",
                "第1行“合计”：2+5+8=14，11+…+18=15，差1",
                "第1行“合计”：8栏=2，9+10=3，差1",
            ],
            TableChecks.Check(definition, TestTables.Sheet(bad)).Select(failure => failure.Text));
    }

    [Fact]
    public void AnEquationBetweenColumns_IsCheckedInEveryRow()
    {
        var failures = TableChecks.Check(TestTables.ByHand(3, "1=2+3"), TestTables.Sheet([6, 3, 3], [4, 1, 2], [2, 1, 1]));

        Assert.Equal(["第2行“东山镇”：1栏=4，2+3=3，差1"], failures.Select(failure => failure.Text));
        Assert.Equal((1, 0), (failures[0].Row, failures[0].Column));
    }

    [Fact]
    public void AnEquationBetweenRows_AddsAllBodiesOfALine()
    {
        var definition = TestTables.ByHand(2, "", "1=2+3");

        Assert.Empty(TableChecks.Check(definition, TestTables.Sheet([10, 1], [4, 1], [5, 0], [1, 0])));
        Assert.Equal(["第2栏“第2项”：1行=3，2+3=1，差2"], TableChecks.Check(definition, TestTables.Sheet([10, 3], [4, 1], [5, 0], [1, 0])).Select(failure => failure.Text));
    }

    [Fact]
    public void AnInequality_SaysWhatItMustBe() =>
        Assert.Equal(
            ["第1行“合计”：3栏=20，应不大于2栏=15，差5"],
            TableChecks.Check(TestTables.ByHand(3, "3<=2"), TestTables.Sheet([1, 15, 20])).Select(failure => failure.Text));

    [Fact]
    public void ABodyWithNothingBelow_HasNoRowsToCompare() =>
        Assert.Empty(TableChecks.Check(TestTables.ByHand(2, "", "1=2+3"), TestTables.Sheet([10, 1])));
}
