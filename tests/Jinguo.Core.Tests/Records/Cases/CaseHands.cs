using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Facts;
using Jinguo.Core.Records.Cases;
using Jinguo.Core.Records.Cases.Sharing;
using Jinguo.Testing.Data;

namespace Jinguo.Core.Tests.Records.Cases;

/// <summary>The services of the module in the hands of one person, on a context of their own, as a request has them.</summary>
internal sealed class CaseHands
{
    public CaseHands(Db db, Actor actor, CaseWords words, WorkCalendar calendar, MeasureCatalogCache measures, TimeProvider time)
    {
        var (access, seal, changes) = (new CaseAccess(db, actor, time), new CaseSeal(Keys.Cipher, Keys.Index), new ChangeLog(db, time));
        var writing = new CaseWriting(db, access, seal, words, new(db, words, calendar), new(db, time, measures), changes, time);
        Bodies = new(db, new(db, new(db, actor)), access);
        Service = new(db, access, writing, seal, words, changes, time);
        Reader = new(db, access, seal, changes);
        Referrals = new(db, access, writing, Bodies, seal, time);
        Incoming = new(db, access, writing, seal, words, time);
        ReferralReader = new(db, access, seal, changes);
        Grants = new(db, access, writing, Bodies, seal, time);
    }

    public CaseService Service { get; }

    public CaseReader Reader { get; }

    public SharingBodies Bodies { get; }

    public CaseReferralService Referrals { get; }

    public IncomingReferralService Incoming { get; }

    public CaseReferralReader ReferralReader { get; }

    public CaseGrantService Grants { get; }
}
