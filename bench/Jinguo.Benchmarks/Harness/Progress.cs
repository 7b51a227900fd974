namespace Jinguo.Benchmarks.Harness;

/// <summary>Tells on standard error what is going on; standard output carries only the tables.</summary>
internal static class Progress
{
    public static void Say(string text) => Console.Error.WriteLine(text);
}
