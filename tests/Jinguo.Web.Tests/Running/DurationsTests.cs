using Jinguo.Web.Running.Watching;

namespace Jinguo.Web.Tests.Running;

public sealed class DurationsTests
{
    [Fact]
    public void AShareOfRequests_IsReckonedWithinItsStep()
    {
        var durations = new Durations();
        Assert.Null(durations.Within(0.5));
        for (var one = 0; one < 90; one++)
            durations.Add(0.02);
        for (var one = 0; one < 10; one++)
            durations.Add(0.2);

        // 50 of the 90 between 10 and 25 ms; the 95th is the fifth of ten between 100 and 250 ms.
        Assert.Equal(0.01 + (0.015 * 50 / 90), durations.Within(0.5)!.Value, 6);
        Assert.Equal(0.175, durations.Within(0.95)!.Value, 6);
        Assert.Equal((100, 90), (durations.Count, durations.UpTo(2)));
    }

    [Fact]
    public void WhatTakesLongerThanTheLastStep_IsSaidToTakeThatAtLeast()
    {
        var durations = new Durations();
        durations.Add(60);
        Assert.Equal(10, durations.Within(0.5));
    }

    [Fact]
    public void Labels_AreEscaped()
    {
        var text = new MetricsText();
        text.Add("one", 1.5, ("name", "a\"b\\c\nd"));
        Assert.Equal("one{name=\"a\\\"b\\\\c\\nd\"} 1.5\n", text.ToString());
    }
}
