using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Files;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Facts;
using Jinguo.Core.Records.Cases;
using Jinguo.Core.Records.Cases.Archive;
using Jinguo.Core.Records.Cases.Files;
using Jinguo.Core.Records.Cases.Letters;
using Jinguo.Core.Records.Cases.Limits;
using Jinguo.Core.Records.Cases.Looking;
using Jinguo.Core.Records.Cases.Reception;
using Jinguo.Core.Records.Cases.Sharing;
using Jinguo.Core.Records.Reorganisations;
using Jinguo.Testing;
using Jinguo.Testing.Data;

namespace Jinguo.Core.Tests.Records.Cases;

/// <summary>The services of the module in the hands of one person, on a context of their own, as a request has them.</summary>
internal sealed class CaseHands
{
    public CaseHands(Db db, Actor actor, CaseWords words, WorkCalendar calendar, MeasureCatalogCache measures, TimeProvider time, FileFolder folder)
    {
        var (access, seal, changes, visible) = (new CaseAccess(db, actor, time), new CaseSeal(Keys.Cipher, Keys.Index), new ChangeLog(db, time), new Visible(db, actor));
        var dues = new CaseDues(db, words, calendar);
        var writing = new CaseWriting(db, access, seal, words, dues, new(db, time, measures), changes, time);
        var numbers = new CaseNumbers(db, access, seal);
        Bodies = new(db, new(db, visible), access);
        Service = new(db, access, writing, seal, words, changes, time);
        Reader = new(db, access, seal, changes);
        Clocks = new(db, access, writing, dues, seal, calendar, time);
        Limits = new(db, access, writing, dues, changes);
        Access = access;
        Referrals = new(db, access, writing, Bodies, seal, time);
        Incoming = new(db, access, writing, seal, words, time);
        ReferralReader = new(db, access, seal, changes);
        Grants = new(db, access, writing, Bodies, seal, time);
        Openings = new(db, access, numbers, writing, seal, time);
        OpeningReader = new(db, access, seal);
        Looks = new(db, access);
        Folder = new(folder);
        Files = new(db, access, writing, seal, words, Folder, time);
        FileReader = new(db, access, seal, Folder, changes);
        Archive = new(db, access, writing, words, new(db, seal, Folder), changes, time);
        Archives = new(db, access);
        Evidence = new(db, access, writing, FileReader, seal, words);
        Letters = new(db, access, Reader, Evidence, seal, words, new(RepositoryFolder.At("packs", "cases", "letters")), changes, time);
        Duplicates = new(db, access, numbers, seal);
        Reception = new(db, access, calendar, time);
        Notices = new(db, access, Reception);
        var receptions = new ReceptionWriting(db, Reception, writing, changes, time);
        Receptions = new(db, Reception, receptions, seal, calendar, time);
        ReceptionDays = new(db, Reception, receptions, seal, changes, time);
        ReceptionBookings = new(db, Reception, receptions, access, numbers, seal, time);
        ReceptionWords = new(db, Reception, receptions, access, writing, seal, time);
        ReceptionMinutes = new(db, Reception, receptions, seal, time);
        Reorganisations = new(db, visible, changes, new(db, time), new(db, time, measures), [new CaseBodyEnding(db)], time);
        Handovers = new(db, access, writing, words, visible);
        Accounts = new(db, visible, changes, new(db, time), new(db, changes, actor, time), (_, password) => password, new(IsOn: false), time, [Handovers]);
        Approvals = new(db, visible, changes, new(IsOn: true), time, [Handovers]);
    }

    public CaseService Service { get; }

    public CaseReader Reader { get; }

    public CaseAccess Access { get; }

    public CaseArchive Archive { get; }

    public CaseArchiveReader Archives { get; }

    public CaseClockService Clocks { get; }

    public CaseLimitService Limits { get; }

    public SharingBodies Bodies { get; }

    public CaseReferralService Referrals { get; }

    public IncomingReferralService Incoming { get; }

    public CaseReferralReader ReferralReader { get; }

    public CaseGrantService Grants { get; }

    public CaseOpeningService Openings { get; }

    public CaseOpeningReader OpeningReader { get; }

    public CaseLookReader Looks { get; }

    public CaseNotices Notices { get; }

    public CaseFileFolder Folder { get; }

    public CaseFileService Files { get; }

    public CaseFileReader FileReader { get; }

    public CaseEvidenceBook Evidence { get; }

    public CaseLetters Letters { get; }

    public CaseDuplicates Duplicates { get; }

    public ReceptionAccess Reception { get; }

    public ReceptionReader Receptions { get; }

    public ReceptionDayService ReceptionDays { get; }

    public ReceptionBookingService ReceptionBookings { get; }

    public ReceptionWordsService ReceptionWords { get; }

    public ReceptionMinutesService ReceptionMinutes { get; }

    public ReorganisationService Reorganisations { get; }

    public CaseHandovers Handovers { get; }

    public AccountService Accounts { get; }

    public ApprovalService Approvals { get; }
}
