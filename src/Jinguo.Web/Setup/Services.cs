using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Backups;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.ClientKeys;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Encryption;
using Jinguo.Core.Base.Files;
using Jinguo.Core.Base.Forms;
using Jinguo.Core.Base.Jobs;
using Jinguo.Core.Base.Notices;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Organisations.Divisions;
using Jinguo.Core.Base.Persons;
using Jinguo.Core.Base.Search;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Facts;
using Jinguo.Core.Figures.Closing;
using Jinguo.Core.Figures.Publishing;
using Jinguo.Core.Figures.Reading;
using Jinguo.Core.Figures.Tables.Definitions;
using Jinguo.Core.Figures.Tables.Filing;
using Jinguo.Core.Figures.Tables.Filling;
using Jinguo.Core.Records.Cases;
using Jinguo.Core.Records.Circulars;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Core.Records.Ledgers.Exchange;
using Jinguo.Core.Records.Ledgers.Forms;
using Jinguo.Core.Records.OldReports;
using Jinguo.Core.Records.Posts;
using Jinguo.Core.Records.Reorganisations;
using Jinguo.Core.Reports.Checking;
using Jinguo.Core.Reports.Templates;
using Jinguo.Core.Reports.Writing;
using Jinguo.Web.Pages.Figures;
using Jinguo.Web.Pages.Forms;
using Jinguo.Web.Pages.Ledgers;
using Jinguo.Web.Running;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace Jinguo.Web.Setup;

/// <summary>The services that pages, API and command line share.</summary>
public static class Services
{
    private const int CasesAtOnce = 500;

    /// <summary>Registers everything of Core. Who acts comes from <see cref="CurrentActor"/>.</summary>
    public static IServiceCollection AddJinguo(this IServiceCollection services, Settings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(_ => ReadCalendar(settings));
        services.AddJinguoDatabase(settings.DatabaseOrFile);
        services.AddSingleton(new FileFolder(settings.Files));
        services.AddEncryption(settings);
        services.AddScoped<CurrentActor>();
        services.AddScoped(provider => provider.GetRequiredService<CurrentActor>().Actor);
        services.AddScoped<Visible>();
        services.AddScoped<ChangeLog>();
        services.AddScoped<SealService>();
        services.AddScoped<SealFile>();
        services.AddScoped<TrailVerification>();
        services.AddScoped<TrailReader>();
        services.AddScoped<TrailAudit>();
        services.AddScoped<IJobWork, TrailVerificationJob>();
        services.AddScoped<TrailArchive>();
        services.AddScoped<SentForms>();
        services.AddScoped<SentActs>();
        services.AddSingleton<HashPassword>(new PasswordHasher<Account>().HashPassword);
        services.AddSingleton(new Separation(settings.Protection.IsSeparated));
        services.AddScoped<AccountService>();
        services.AddScoped<ApprovalService>();
        services.AddScoped<SecurityDesk>();
        services.AddScoped<SessionService>();
        services.AddScoped<SecondFactorService>();
        services.AddScoped<TokenService>();
        services.AddScoped<TokenEntry>();
        services.AddScoped<ISealedRows, SecondFactorService.SealedCodes>();
        services.AddScoped<FirstOfficers>();
        services.AddScoped<AccountList>();
        services.AddScoped<AccountImport>();
        services.AddScoped<OrganisationTree>();
        services.AddScoped<OrganisationService>();
        services.AddScoped<ReorganisationService>();
        services.AddScoped<IBodyEnding, BodyTermEnding>();
        services.AddScoped<OrganisationImport>();
        services.AddScoped<DivisionLoader>();
        services.AddSingleton<DivisionPackage>();
        services.AddScoped<FileStore>();
        services.AddScoped<FileReads>();
        services.AddBackups(settings);
        services.AddSingleton<MeasureCatalogCache>();
        services.AddScoped<FactBook>();
        services.AddScoped<FactVerification>();
        services.AddScoped<VerificationTrail>();
        services.AddScoped<IJobWork, VerificationWork>();
        services.AddScoped<SumRebuild>();
        services.AddSingleton(new SensitiveThreshold(settings.SensitiveThreshold));
        services.AddScoped<FigureBook>();
        services.AddScoped<SensitivePublisher>();
        services.AddScoped<IJobWork, PublishingWork>();
        services.AddScoped<FigureExplainer>();
        services.AddScoped<SearchReader>();
        services.AddScoped<LedgerSearch>();
        services.AddScoped<ReportSearch>();
        services.AddScoped<SearchRebuild>();
        services.AddScoped<IJobWork>(provider => provider.GetRequiredService<SearchRebuild>());
        services.AddScoped<CircularService>();
        services.AddScoped<CircularReader>();
        services.AddScoped<PostService>();
        services.AddScoped<PostReader>();
        services.AddScoped<TermList>();
        services.AddCases(settings);
        services.AddScoped<OldReportService>();
        services.AddScoped<OldReportReader>();
        services.AddScoped<ClosingService>();
        services.AddScoped<ClosingReader>();
        services.AddScoped<FigureDifferences>();
        services.AddScoped<FigureVerification>();
        services.AddScoped<MeasureChoices>();
        services.AddScoped<Administration>();
        services.AddScoped<JobQueue>();
        services.AddNotices(settings);
        services.AddTables();
        services.AddLedgers(settings);
        services.AddReports(settings);
        return services;
    }

    private static void AddEncryption(this IServiceCollection services, Settings settings)
    {
        services.AddSingleton(new DataKeyStore(settings.DataKeysPath, settings.DataKeys));
        services.AddSingleton<FieldCipher>();
        services.AddSingleton<BlindIndex>();
        services.AddScoped<KeyMarks>();
        services.AddScoped<KeyRotation>();
        services.AddSingleton<PersonSeal>();
        services.AddSingleton<SealedFields>();
        services.AddScoped<PersonBook>();
        services.AddScoped<ISealedRows, SealedPersons>();
        services.AddScoped<ISealedRows, SealedRecords>();
    }

    private static void AddBackups(this IServiceCollection services, Settings settings)
    {
        services.AddSingleton(settings.BackupSource);
        services.AddSingleton(settings.BackupSchedule);
        services.AddScoped<IStoredContents, StoredFileContents>();
        services.AddScoped<BackupService>();
        services.AddScoped<BackupTrail>();
        services.AddScoped<IJobWork, BackupWork>();
    }

    private static void AddNotices(this IServiceCollection services, Settings settings)
    {
        services.AddSingleton(HookHosts.Parse(settings.HookHosts));
        services.AddSingleton<HookSender>();
        services.AddScoped<NoticeHookService>();
        services.AddScoped<HookTurn>();
        services.AddScoped<ISealedRows, NoticeHookService.SealedHooks>();
        services.AddScoped<NoticeBoard>();
        services.AddScoped<INoticeSource, ReviewNotices>();
        services.AddScoped<INoticeSource, ReturnedNotices>();
        services.AddScoped<INoticeSource, VisitNotices>();
        services.AddScoped<INoticeSource, CircularNotices>();
        services.AddScoped<INoticeSource, TableNotices>();
        services.AddScoped<INoticeSource, TermNotices>();
        services.AddScoped<INoticeSource, RequestNotices>();
    }

    private static void AddTables(this IServiceCollection services)
    {
        services.AddSingleton<DefinitionCache>();
        services.AddScoped<TableLibrary>();
        services.AddScoped<TableFiller>();
        services.AddScoped<TableReader>();
        services.AddScoped<CellAccounts>();
        services.AddScoped<TableService>();
        services.AddScoped<TableSigning>();
        services.AddScoped<TableDemand>();
        services.AddScoped<TableRequestService>();
    }

    private static void AddLedgers(this IServiceCollection services, Settings settings)
    {
        services.AddSingleton<RecordTypeCatalogCache>();
        services.AddScoped<PackLoader>();
        services.AddScoped<FormOfBody>();
        services.AddSingleton(new FormLimits(settings.FormsFrom));
        services.AddSingleton(settings.FillTimes);
        services.AddScoped<FormGate>();
        services.AddScoped<FormService>();
        services.AddScoped<OwnForm>();
        services.AddScoped<FormRegister>();
        services.AddScoped<FormReader>();
        services.AddScoped<RecordPersons>();
        services.AddScoped<LedgerService>();
        services.AddScoped<LedgerImporter>();
        services.AddScoped<ImportService>();
        services.AddScoped<ProblemWorkbook>();
        services.AddScoped<LedgerExport>();
        services.AddScoped<LedgerBooks>();
        services.AddScoped<IJobWork, ImportCheckJob>();
        services.AddScoped<IJobWork, ImportJob>();
        services.AddScoped<IJobWork, ImportUndoJob>();
        services.AddScoped<LedgerList>();
        services.AddScoped<LedgerPersons>();
        services.AddScoped<RecordReader>();
        services.AddScoped<RecentValues>();
        services.AddScoped<ReviewQueue>();
        services.AddScoped<WritableBodies>();
        services.AddScoped<RecordPhotos>();
    }

    private static void AddReports(this IServiceCollection services, Settings settings)
    {
        services.AddSingleton(new ReportAddress(settings.PublicAddress));
        services.AddSingleton(new TemplateFolder(Path.Combine(settings.PacksFolder, "templates")));
        services.AddSingleton<PdfPrinter>();
        services.AddScoped(provider => new TopicSource(async cancel =>
            [.. (await provider.GetRequiredService<RecordTypeCatalogCache>().GetAsync(provider.GetRequiredService<Db>(), cancel)).All.Select(one => new Topic(one.Type.Code, one.Type.Name))]));
        services.AddScoped<TemplateWordsReader>();
        services.AddScoped<TemplateLibrary>();
        services.AddScoped<TemplateService>();
        services.AddScoped<QuoteReader>();
        services.AddScoped<HighlightReader>();
        services.AddScoped<ReportWriter>();
        services.AddSingleton(_ => new ShippedLexicon(File.ReadAllText(settings.LexiconPath)));
        services.AddScoped<TaughtWords>();
        services.AddScoped<KeptDrafts>();
        services.AddScoped<ISealedRows, KeptDrafts.SealedDrafts>();
        services.AddScoped<FrozenFigures>();
        services.AddScoped<DraftChecker>();
        services.AddScoped<FigureProposals>();
        services.AddScoped<ReportService>();
        services.AddScoped<ReportReader>();
        services.AddScoped<ReportBatch>();
        services.AddScoped<IJobWork>(provider => provider.GetRequiredService<ReportBatch>());
    }

    private static WorkCalendar ReadCalendar(Settings settings)
    {
        try
        {
            return WorkCalendarReader.ReadLatest(settings.HolidayPaths);
        }
        catch (FormatException problem)
        {
            throw new SettingsException(problem.Message);
        }
    }

    /// <summary>Makes the data ready: folder, schema, keys, table of holidays, packs.</summary>
    /// <exception cref="DataKeysException">The keys are missing or not those of the data.</exception>
    /// <exception cref="SettingsException">The table of holidays is wrong.</exception>
    /// <exception cref="InvalidOperationException">A pack is wrong; the message names file and place.</exception>
    public static async Task PrepareAsync(this IServiceProvider provider, CancellationToken cancel = default)
    {
        await using var scope = provider.CreateAsyncScope();
        Directory.CreateDirectory(provider.GetRequiredService<Settings>().Data);
        await scope.ServiceProvider.GetRequiredService<Db>().PrepareAsync(after => PrepareRowsAsync(scope.ServiceProvider, after), cancel);
    }

    private static async Task PrepareRowsAsync(IServiceProvider provider, CancellationToken cancel)
    {
        await provider.GetRequiredService<KeyMarks>().PrepareAsync(cancel);
        // Using the keys of cookies makes them where there are none: in this turn they are one ring for all nodes.
        provider.GetService<IDataProtectionProvider>()?.CreateProtector("Jinguo.Start").Protect("");
        // A new table of holidays moves what was provisional.
        var dues = provider.GetRequiredService<CaseDues>();
        for (var reckoned = 1; reckoned > 0;)
            reckoned = await dues.RefreshAsync(CasesAtOnce, cancel);
        var packs = provider.GetRequiredService<Settings>().PacksFolder;
        var problems = await provider.GetRequiredService<PackLoader>().LoadFolderAsync(packs, cancel);
        if (problems.Count == 0)
            problems = await provider.GetRequiredService<TableLibrary>().LoadFolderAsync(Path.Combine(packs, "tables"), cancel);
        if (problems.Count > 0)
            throw new InvalidOperationException(string.Join(Environment.NewLine, problems));
        await SearchRebuild.AskWhereMissingAsync(provider, cancel);
    }
}
