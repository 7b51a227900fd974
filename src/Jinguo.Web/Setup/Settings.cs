using Jinguo.Core.Base.Backups;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Records.Ledgers.Forms;

namespace Jinguo.Web.Setup;

/// <summary>Settings of an installation, from appsettings.json, environment (<c>Jinguo__…</c>) or the command line.</summary>
public sealed class Settings
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Jinguo";

    /// <summary>Folder of the embedded database, files and keys.</summary>
    public string Data { get; set; } = "data";

    /// <summary>Connection string of PostgreSQL; empty for the embedded database in <see cref="Data"/>.</summary>
    public string Database { get; set; } = "";

    /// <summary>Most connections that this node has to PostgreSQL at a time: 5 to 500. All nodes together stay below the server's <c>max_connections</c>.</summary>
    public int PoolSize { get; set; } = 40;

    /// <summary>Seconds after which a statement is broken off on PostgreSQL: 5 to 3600.</summary>
    public int StatementSeconds { get; set; } = 30;

    /// <summary>Folder of the packs; empty for those shipped with the product.</summary>
    public string Packs { get; set; } = Path.Combine(AppContext.BaseDirectory, "packs");

    /// <summary>Address under which readers of printed documents reach this installation: begins every link in a report.</summary>
    public string PublicAddress { get; set; } = "";

    /// <summary>The figures shown first, on the home page and in tables: codes with commas between, <c>measure</c> or <c>measure:option</c>.</summary>
    public string MainFigures { get; set; } = "training.sessions,training.participants,activity.participants,visits.persons,reception.items,grants.money";

    /// <summary>The lowest level whose bodies may make forms of their own for those below: 县级, and no lower, is the usual rule of 报表准入.</summary>
    public Level FormsFrom { get; set; } = Level.County;

    /// <summary>Set times from which the minutes that forms ask for are computed.</summary>
    public FillTimes FillTimes { get; set; } = new();

    /// <summary>Months that the history stays in the database before it may be archived: 6, which the law asks for [SEC-01], or more.</summary>
    public int TrailMonths { get; set; } = TrailArchive.LeastMonths;

    /// <summary>Smallest count of a sensitive measure (cases of violence, matters of cases) that bodies above may see: 2 to 50.</summary>
    public int SensitiveThreshold { get; set; } = Core.Figures.Reading.SensitiveThreshold.Usual;

    /// <summary>Hosts beside those of 企业微信 and 钉钉 to which notices may go, such as a proxy of one's own: origins with commas between.</summary>
    public string HookHosts { get; set; } = "";

    /// <summary>Folder into which a backup is made every day; empty for none. With several nodes it is one folder for all.</summary>
    public string BackupFolder { get; set; } = "";

    /// <summary>The time of the day in China at which that is done.</summary>
    public TimeOnly BackupAt { get; set; } = new(2, 0);

    /// <summary>How many daily backups stay: 2 to 400.</summary>
    public int BackupsKept { get; set; } = 14;

    /// <summary>The time of the day in China at which a part of the sums is held against the facts, on one node.</summary>
    public TimeOnly VerifyAt { get; set; } = new(3, 0);

    /// <summary>How the product logs: <see cref="Setup.Logs.Forms"/>.</summary>
    public string Logs { get; set; } = Setup.Logs.Text;

    /// <summary>The token by which <c>/metrics</c> is read from elsewhere; empty where only this machine reads it.</summary>
    public string MetricsToken { get; set; } = "";

    /// <summary>Folder of <c>pg_dump</c> and <c>pg_restore</c>; empty to look on the path.</summary>
    public string PostgresTools { get; set; } = "";

    /// <summary>Without a public address of its own, the installation is reached where it is served.</summary>
    /// <param name="urls">Addresses with semicolons between; null for the usual one.</param>
    public void ServeAt(string? urls)
    {
        if (PublicAddress.Length > 0)
            return;
        var first = (urls ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? UsualAddress;
        var any = new[] { "//0.0.0.0", "//[::]", "//*", "//+" };
        PublicAddress = any.Aggregate(first, (address, host) => address.Replace(host, "//127.0.0.1", StringComparison.Ordinal)).TrimEnd('/');
    }

    /// <summary>Protection: passwords, sessions, limits.</summary>
    public ProtectionSettings Protection { get; set; } = new();

    /// <summary>Reads and checks the settings.</summary>
    /// <exception cref="SettingsException">A setting cannot be read or is out of its range; names it.</exception>
    public static Settings Read(IConfiguration configuration)
    {
        Settings settings;
        try
        {
            settings = configuration.GetSection(Section).Get<Settings>() ?? new();
        }
        catch (InvalidOperationException problem)
        {
            throw new SettingsException($"设置看不懂：{problem.Message}");
        }
        var problems = settings.Protection.Problems();
        if (settings.TrailMonths < TrailArchive.LeastMonths)
            problems = [.. problems, $"TrailMonths（操作记录保留月数）至少{TrailArchive.LeastMonths}，现在是{settings.TrailMonths}。"];
        if (settings.SensitiveThreshold is < Core.Figures.Reading.SensitiveThreshold.Least or > Core.Figures.Reading.SensitiveThreshold.Most)
            problems = [.. problems, $"SensitiveThreshold（敏感数据的公布数）应在{Core.Figures.Reading.SensitiveThreshold.Least}到{Core.Figures.Reading.SensitiveThreshold.Most}之间，现在是{settings.SensitiveThreshold}。"];
        if (settings.BackupsKept is < BackupSchedule.LeastKept or > BackupSchedule.MostKept)
            problems = [.. problems, $"BackupsKept（保留的备份份数）应在{BackupSchedule.LeastKept}到{BackupSchedule.MostKept}之间，现在是{settings.BackupsKept}。"];
        if (!Setup.Logs.Forms.Contains(settings.Logs, StringComparer.Ordinal))
            problems = [.. problems, $"Logs（日志格式）应是{string.Join("或", Setup.Logs.Forms)}，现在是{settings.Logs}。"];
        if (settings.MetricsToken.Length is > 0 and < LeastMetricsToken)
            problems = [.. problems, $"MetricsToken（读取监控数据的口令）至少{LeastMetricsToken}位，现在是{settings.MetricsToken.Length}位。"];
        if (settings.PoolSize is < LeastConnections or > MostConnections)
            problems = [.. problems, $"PoolSize（每台服务器的数据库连接数）应在{LeastConnections}到{MostConnections}之间，现在是{settings.PoolSize}。"];
        if (settings.StatementSeconds is < LeastSeconds or > MostSeconds)
            problems = [.. problems, $"StatementSeconds（一条数据库语句最长的秒数）应在{LeastSeconds}到{MostSeconds}之间，现在是{settings.StatementSeconds}。"];
        if (UnreadableHost(settings.HookHosts) is { } host)
            problems = [.. problems, $"HookHosts（提醒可以发往的地址）里的“{host}”看不懂，应像 https://proxy.example:8443，几个之间用逗号隔开。"];
        return problems.Count == 0 ? settings : throw new SettingsException($"设置有误，没有启动：{Environment.NewLine}{string.Join(Environment.NewLine, problems)}");
    }

    private static string? UnreadableHost(string hosts)
    {
        try
        {
            Core.Base.Notices.HookHosts.Parse(hosts);
            return null;
        }
        catch (FormatException problem)
        {
            return problem.Message;
        }
    }

    private const int LeastMetricsToken = 16;

    private const string UsualAddress = "http://127.0.0.1:5080";

    // A job, its progress, the watch for forms and the seals have a connection each while somebody waits for a page.
    private const int LeastConnections = 5;
    private const int MostConnections = 500;
    private const int LeastSeconds = 5;
    private const int MostSeconds = 3600;

    /// <summary>Settings for a command, from the environment only.</summary>
    public static Settings FromEnvironment()
    {
        var settings = Read(new ConfigurationBuilder().AddEnvironmentVariables().AddSecretFiles().Build());
        settings.ServeAt(urls: null);
        return settings;
    }

    /// <summary>The database to open.</summary>
    public string DatabaseOrFile => Database.Length > 0 ? DatabaseSetup.WithLimits(Database, PoolSize, TimeSpan.FromSeconds(StatementSeconds)) : Path.Combine(Data, "jinguo.db");

    /// <summary>What of the installation is backed up.</summary>
    public BackupSource BackupSource => new(DatabaseOrFile, Data, Files, [HolidayPaths[0]], PostgresTools);

    /// <summary>When backups are made by themselves.</summary>
    public BackupSchedule BackupSchedule => new(BackupFolder, BackupAt, BackupsKept);

    /// <summary>Folder of the packs to load.</summary>
    public string PacksFolder => Packs.Length > 0 ? Packs : Path.Combine(AppContext.BaseDirectory, "packs");

    /// <summary>The words by which numbers in drafts are read.</summary>
    public string LexiconPath => Path.Combine(PacksFolder, "checking", "lexicon.json");

    /// <summary>The tables of holidays: one that an administrator put into the data folder, and the shipped one.</summary>
    public IReadOnlyList<string> HolidayPaths => [Path.Combine(Data, "holidays.json"), Path.Combine(PacksFolder, "calendar", "holidays.json")];

    /// <summary>The words by which cases are classed.</summary>
    public string CaseWordsPath => Path.Combine(PacksFolder, "cases", "words.json");

    /// <summary>The templates of letters about cases.</summary>
    public string CaseLettersFolder => Path.Combine(PacksFolder, "cases", "letters");

    /// <summary>Folder of stored files.</summary>
    public string Files => Path.Combine(Data, "files");

    /// <summary>Folder of the keys that sign cookies.</summary>
    public string Keys => Path.Combine(Data, "keys");

    /// <summary>File of the keys that seal personal data; empty for <c>data-keys.json</c> in <see cref="Keys"/>.</summary>
    public string DataKeysFile { get; set; } = "";

    /// <summary>The keys that seal personal data as text, where an installation is given its secrets from outside; goes before the file.</summary>
    public string DataKeys { get; set; } = "";

    /// <summary>Minutes for which persons asked for in full are shown so.</summary>
    public int RevealMinutes { get; set; } = 5;

    /// <summary>The file of the keys that seal personal data.</summary>
    public string DataKeysPath => DataKeysFile.Length > 0 ? DataKeysFile : Path.Combine(Keys, "data-keys.json");
}
