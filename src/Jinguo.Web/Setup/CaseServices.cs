using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Backups;
using Jinguo.Core.Base.Encryption;
using Jinguo.Core.Base.Forms;
using Jinguo.Core.Base.Notices;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Records.Cases;
using Jinguo.Core.Records.Cases.Archive;
using Jinguo.Core.Records.Cases.Files;
using Jinguo.Core.Records.Cases.Letters;
using Jinguo.Core.Records.Cases.Limits;
using Jinguo.Core.Records.Cases.Looking;
using Jinguo.Core.Records.Cases.Reception;
using Jinguo.Core.Records.Cases.Sharing;

namespace Jinguo.Web.Setup;

/// <summary>The services of rights cases (维权信访).</summary>
internal static class CaseServices
{
    public static void AddCases(this IServiceCollection services, Settings settings)
    {
        services.AddSingleton(_ => CaseWords.Read(File.ReadAllText(settings.CaseWordsPath)));
        services.AddSingleton<CaseSeal>();
        services.AddScoped<CaseAccess>();
        services.AddScoped<CaseDues>();
        services.AddScoped<CaseWriting>();
        services.AddScoped<CaseService>();
        services.AddScoped<CaseReader>();
        services.AddScoped<CaseClockService>();
        services.AddScoped<CaseLimitService>();
        services.AddScoped<CaseArchive>();
        services.AddScoped<CaseArchiveReader>();
        services.AddScoped<CaseShredding>();
        services.AddScoped<ISealedRows, SealedClockChanges>();
        services.AddScoped<ILedgerSwitch, ReceptionSwitch>();
        services.AddScoped<CaseDrafts>();
        services.AddScoped<CasePapers>();
        services.AddScoped<ISealedRows, SealedCases>();
        services.AddScoped<CaseNumbers>();
        services.AddScoped<CaseDuplicates>();
        services.AddScoped<CaseHandovers>();
        services.AddScoped<IDutyEnding>(provider => provider.GetRequiredService<CaseHandovers>());
        services.AddScoped<CaseOpeningService>();
        services.AddScoped<CaseOpeningReader>();
        services.AddScoped<CaseLookReader>();
        services.AddScoped<ISealedRows, SealedOpenings>();
        services.AddScoped<ReceptionAccess>();
        services.AddScoped<ReceptionWriting>();
        services.AddScoped<ReceptionReader>();
        services.AddScoped<ReceptionDayService>();
        services.AddScoped<ReceptionBookingService>();
        services.AddScoped<ReceptionWordsService>();
        services.AddScoped<ReceptionMinutesService>();
        services.AddScoped<ISealedRows, SealedReceptions>();
        services.AddSingleton<CaseFileFolder>();
        services.AddScoped<CaseFileService>();
        services.AddScoped<CaseFileReader>();
        services.AddScoped<CaseEvidenceBook>();
        services.AddScoped<CaseFileVerification>();
        services.AddSingleton(new LetterFolder(settings.CaseLettersFolder));
        services.AddScoped<CaseLetters>();
        services.AddScoped<ISealedRows, SealedCaseFiles>();
        services.AddScoped<SharingBodies>();
        services.AddScoped<CaseReferralService>();
        services.AddScoped<IncomingReferralService>();
        services.AddScoped<CaseReferralReader>();
        services.AddScoped<CaseGrantService>();
        services.AddScoped<ISealedRows, SealedSharings>();
        services.AddScoped<IBodyEnding, CaseBodyEnding>();
        services.AddScoped<IStoredContents, CaseFileContents>();
        services.AddScoped<INoticeSource, CaseNotices>();
    }
}
