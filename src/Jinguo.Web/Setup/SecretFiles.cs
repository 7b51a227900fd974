namespace Jinguo.Web.Setup;

/// <summary>
/// Secrets from files: <c>Jinguo__Database_FILE=/run/secrets/database</c> sets <c>Jinguo:Database</c> to what the file holds, so
/// that the secret stands neither in the environment nor in a command line.
/// </summary>
public static class SecretFiles
{
    private const string Ending = "_FILE";

    /// <summary>Adds them after the environment.</summary>
    /// <exception cref="SettingsException">A file cannot be read.</exception>
    public static IConfigurationBuilder AddSecretFiles(this IConfigurationBuilder configuration)
    {
        var secrets = new Dictionary<string, string?>();
        foreach (System.Collections.DictionaryEntry variable in Environment.GetEnvironmentVariables())
            if (variable is { Key: string name, Value: string file } && name.StartsWith("Jinguo__", StringComparison.OrdinalIgnoreCase) && name.EndsWith(Ending, StringComparison.Ordinal))
                secrets[name[..^Ending.Length].Replace("__", ":", StringComparison.Ordinal)] = Read(name, file);
        return configuration.AddInMemoryCollection(secrets);
    }

    private static string Read(string name, string file)
    {
        try
        {
            return File.ReadAllText(file).Trim();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"读不了 {name} 指定的文件 {file}。");
        }
    }
}
