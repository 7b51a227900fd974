namespace Jinguo.EndToEnd.Browser;

/// <summary>Journeys share one browser and one running product and go one after the other, beside the tests of processes and of whole pages.</summary>
[CollectionDefinition(Name)]
public sealed class JourneyCollection : ICollectionFixture<ChromiumBrowser>, ICollectionFixture<RunningApp>
{
    public const string Name = "Journeys";
}
