using System.Globalization;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Backups;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Time;
using Jinguo.Web.Running.Watching;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Web.Pages.Running;

/// <summary>运行情况: how server, database, queue, backups, verification and seals stand, and how fast pages are answered. For who keeps the installation.</summary>
[Needs(Right.AccountManage)]
public sealed class IndexModel(InstallationReader reader, RequestBook requests, MeterBook meters, BackupSchedule schedule, Db db, Actor actor, TimeProvider time) : PageModel
{
    /// <summary>Pages listed.</summary>
    public const int MostPages = 20;

    private const int Day = 24;
    private const double ScarceShare = 0.1;

    // Longer than any job should wait for a node, and than the minute between two seals.
    private static readonly TimeSpan LongWait = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LongUnverified = TimeSpan.FromDays(2);

    // Its first night has passed, whatever the hour at which it began.
    private static readonly TimeSpan FirstNight = TimeSpan.FromDays(1);

    public DateOnly Today { get; } = time.Today();

    public InstallationState State { get; private set; } = null!;

    public ActsOfDay Acts { get; private set; } = null!;

    /// <summary>The first act that the trail still has (UTC): so old is the installation at least.</summary>
    public DateTime? Beginning { get; private set; }

    /// <summary>The changes of the schema that the database has had.</summary>
    public IReadOnlyList<string> Migrations { get; private set; } = [];

    /// <summary>Those of this version that it has not.</summary>
    public int MissingMigrations => db.Database.GetMigrations().Except(Migrations, StringComparer.Ordinal).Count();

    /// <summary>This node's name.</summary>
    public static string Node => Environment.MachineName;

    public static string Version => MetricsPage.Version;

    /// <summary>Since when this node runs.</summary>
    public DateTime Since => requests.Since;

    public BackupSchedule Schedule => schedule;

    public long FreeBytes { get; private set; }

    public long DiskBytes { get; private set; }

    public long MemoryBytes { get; private set; }

    /// <summary>Facts that this node has posted, reversals among them.</summary>
    public long Posted { get; private set; }

    /// <summary>Sensitive figures that this node has answered without their number.</summary>
    public long Hidden { get; private set; }

    /// <summary>All requests of the last hour and of the last day at this node.</summary>
    public IReadOnlyList<(string Name, RequestLine Line)> Totals { get; private set; } = [];

    /// <summary>Its pages of the last day, the most used first.</summary>
    public IReadOnlyList<RequestLine> Pages { get; private set; } = [];

    /// <summary>What needs somebody's attention, each with what to do.</summary>
    public IEnumerable<(string Title, string Advice)> Worries
    {
        get
        {
            var now = time.Instant();
            if (State.Backup.Made is null || State.Backup.Made.At + BackupSchedule.Worrying < now)
                yield return (State.Backup.Made is null ? "还没有备份。" : "最近两天没有备份成功。", schedule.IsOn ? "请看下面写的原因，需要时找管服务器的人。" : "请管服务器的人用设置 BackupFolder 写明备份文件夹。");
            if (State.Verified is { Open: > 0 } wrong)
                yield return ($"核对汇总数时发现{wrong.Open}处不符。", "请管服务器的人运行 ./jinguo verify 看明细：汇总数用 ./jinguo figures rebuild 重新算出，缺的材料用备份恢复，并联系技术支持。改好后再运行一次 ./jinguo verify，这里才不再提醒。");
            if (State.Verified is { } verified && verified.At + LongUnverified < now)
                yield return ("最近两天没有核对汇总数。", "平台每夜核对。请管服务器的人看日志。");
            // Also where nothing was posted: the night's verification comes as soon as there is a body.
            if (State.Verified is null && Beginning + FirstNight < now)
                yield return ("还没有核对过汇总数。", "平台每夜核对，启用一天多了还没有做过。请管服务器的人看日志，或者运行 ./jinguo verify。");
            if (State.WaitingSince + LongWait < now)
                yield return ("有任务排队超过10分钟。", "正在做的任务可能很大；一直不动，请管服务器的人看日志。");
            if (State.Unsealed > 0 && (State.Seal?.At ?? Beginning) + LongWait < now)
                yield return ("操作记录没有按时封存。", "平台每分钟封存一次。请管服务器的人看日志。");
            if (FreeBytes < DiskBytes * ScarceShare)
                yield return ($"数据文件夹所在的磁盘只剩{Show.Size(FreeBytes)}。", "请管服务器的人腾出空间；存满了就存不下新的记录。");
            if (MissingMigrations > 0)
                yield return ("数据库的结构不是这个版本的。", "请管服务器的人重新启动平台，或者运行 ./jinguo migrate。");
        }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!actor.KeepsInstallation)
            return NotFound();
        (State, Acts, Migrations) = (await reader.ReadAsync(cancel), await reader.ReadTodayAsync(cancel), await reader.ListMigrationsAsync(cancel));
        Beginning = await reader.ReadBeginningAsync(cancel);
        (FreeBytes, DiskBytes) = (reader.FreeBytes, reader.DiskBytes);
        (MemoryBytes, Posted, Hidden) = ((long)meters.Read("process_resident_memory_bytes"), (long)meters.Read("jinguo_facts_posted_total"), (long)meters.Read("jinguo_figures_hidden_total"));
        var ofDay = requests.ListLast(Day);
        Totals = [("最近1小时", Total(requests.ListLast(1))), ("最近24小时", Total(ofDay))];
        Pages = [.. ofDay.Take(MostPages)];
        return Page();
    }

    /// <summary>85毫秒, 1.2秒; nothing for none.</summary>
    public static string Time(double? seconds) => seconds switch
    {
        null => Show.None,
        < 1 => $"{Show.Number((decimal)seconds.Value * 1000)}毫秒",
        >= 10 => "10秒以上",
        _ => $"{Show.Number((decimal)seconds.Value, 1)}秒",
    };

    /// <summary>刚刚, 12分钟, 3小时, 5天: how long ago.</summary>
    public string Ago(DateTime since)
    {
        var span = time.Instant() - since;
        return span.TotalMinutes < 1 ? "不到1分钟"
            : span.TotalHours < 1 ? string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalMinutes}分钟")
            : span.TotalDays < 2 ? string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalHours}小时")
            : string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalDays}天");
    }

    /// <summary>The module of a page, by the first word of its address.</summary>
    public static string PlaceOf(string route) => PageNames.Of(route);

    private static RequestLine Total(IReadOnlyList<RequestLine> lines)
    {
        var all = new Durations();
        foreach (var line in lines)
            all.Add(line.Durations);
        return new("", lines.Sum(line => line.Errors), all);
    }
}
