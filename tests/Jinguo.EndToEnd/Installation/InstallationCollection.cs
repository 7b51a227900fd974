namespace Jinguo.EndToEnd.Installation;

/// <summary>Packing takes its time: these tests share the archives.</summary>
[CollectionDefinition(Name)]
public sealed class InstallationCollection : ICollectionFixture<Archives>
{
    /// <summary>Stands above each class that needs the archives.</summary>
    public const string Name = "Installation";
}
