using Jinguo.Core.Base;
using Jinguo.Core.Base.Forms;

namespace Jinguo.Core.Tests.Base.Forms;

/// <summary>What records of a federation's year count towards and how they read, type by type.</summary>
public class ShippedPostingsTests
{
    [Theory]
    [InlineData("training", "topic=魔芋种植|participants=68人|category=种植养殖|place=镇政府", "training.sessions/farming=1 training.participants/farming=68", "5月4日在镇政府举办魔芋种植培训，68人次参加。")]
    [InlineData("training", "topic=科技|participants=1200余人|sessions=9", "training.sessions=9 training.participants=1200余", "5月4日举办科技培训9期，1200余人次参加。")]
    [InlineData("training", "topic=基层妇女干部|participants=3|mode=选派参训|place=省妇联", "training.sent=3", "5月4日选派3人次到省妇联参加基层妇女干部培训。")]
    [InlineData("training", "topic=劳动技能", "training.sessions=1", "5月4日举办劳动技能培训。")]
    [InlineData("activity", "name=卫生清洁工程启动仪式|theme=人居环境|participants=上千人|villages=22", "activity.count/environment=1 activity.participants/environment=1000上 activity.villages=22", "5月4日举办卫生清洁工程启动仪式，上千人次参加，覆盖22个村（社区）。")]
    [InlineData("activity", "name=全市职工篮球运动会|theme=文体|participants=10|role=组织参加|result=第六名", "activity.count/culture=1 activity.participants/culture=10", "5月4日组织10人次参加全市职工篮球运动会，获得第六名。")]
    [InlineData("law-publicity", "topic=妇女权益保障法|form=讲座|participants=26|copies=500份", "lawpublicity.sessions/lecture=1 lawpublicity.participants/lecture=26 lawpublicity.copies=500", "5月4日开展妇女权益保障法普法宣传，26人次参加，发放资料500份。")]
    [InlineData("publicity", "topic=防雷避险|theme=安全防范|copies=1000多份", "publicity.sessions/safety=1 publicity.copies/safety=1000多", "5月4日开展防雷避险宣传，发放资料1000多份。")]
    [InlineData("media", "title=巾帼风采|medium=中国妇女报|level=国家级", "media.items/national=1", "5月4日在中国妇女报刊发《巾帼风采》等1篇。")]
    [InlineData("information", "title=春训简报|filed=12|used=3|level=省级", "information.filed=12 information.used/province=3", "5月4日报送春训简报等信息12条，被采用3条。")]
    [InlineData("research", "title=留守妇女调查|kind=调研报告", "research.reports=1", "5月4日完成《留守妇女调查》。")]
    [InlineData("visit", "target=在校学生|audience=在校学生|persons=1000多名|priority=100多名|partner=教育局", "visits.trips/pupils=1 visits.persons/pupils=1000多 visits.priority=100多", "5月4日联合教育局走访慰问在校学生，慰问1000多人。")]
    [InlineData("visit", "target=贫困户|audience=困难家庭|households=8户|money=1600元|goods=3000元|items=衣物500件", "visits.trips/families=1 visits.households=8 visits.money/families=160000 visits.goods/families=300000", "5月4日走访慰问贫困户，走访8户，送去慰问金1600元，送去衣物500件，物资折款3000元。")]
    [InlineData("volunteer-service", "name=文明劝导|category=文明劝导|participants=30|hours=60.5|served=200余人次", "volunteers.services/civility=1 volunteers.participations=30 volunteers.served=200余 volunteers.hours=605", "5月4日开展文明劝导志愿服务，30人次志愿者参加，服务群众200余人次。")]
    [InlineData("volunteer-team", "name=社区妈妈文明劝导队|category=巾帼志愿服务队|members=40", "volunteers.teams/volunteer=1 volunteers.members/volunteer=40", "5月4日成立社区妈妈文明劝导队，有成员40人。")]
    [InlineData("venue", "name=芙蓉村妇女之家|category=妇女之家|grade=市级|money=2万元", "venues.count/home=1 venues.model/home=1 venues.money=2000000", "5月4日建成芙蓉村妇女之家，投入资金2万元。")]
    [InlineData("venue", "name=巾帼维权站|category=维权站|grade=未命名", "venues.count/rights=1", "5月4日建成巾帼维权站。")]
    [InlineData("family-education", "topic=亲子沟通|form=讲座|participants=近200人", "familyedu.sessions/lecture=1 familyedu.participants/lecture=200近", "5月4日开展亲子沟通家庭教育活动，近200人次参加。")]
    [InlineData("base", "name=红梅葡萄基地|category=科技示范基地|women=120余人|place=红梅村", "bases.count/tech=1 bases.women=120余", "5月4日建立红梅葡萄基地，位于红梅村，带动妇女120余人。")]
    [InlineData("loan", "project=蛋鸡养殖|amount=5万元|usage=种植养殖|jobs=3", "loans.money/farming=5000000 loans.count/farming=1 loans.women=1 loans.jobs=3", "5月4日协调发放蛋鸡养殖贷款5万元，扶持妇女1人次，带动就业3人。")]
    [InlineData("job-fair", "name=企业用工对接会|category=对接会|firms=30|materials=1000余张", "jobfairs.count/meeting=1 jobfairs.firms=30 jobfairs.materials=1000余", "5月4日举办企业用工对接会，30家用人单位参加，发放资料1000余份。")]
    [InlineData("placement", "employer=家政公司|channel=家政服务|persons=12", "placements.persons/housekeeping=12", "5月4日帮助12人到家政公司就业。")]
    [InlineData("screening", "name=妇科病普查|category=妇科病普查|screened=1600余人|villages=6个|treated=4", "health.screened/gynaecology=1600余 health.treated=4 health.villages=6", "5月4日开展妇科病普查，覆盖6个村（社区），检查1600余人，救治4人。")]
    [InlineData("insurance", "name=惠农保险|category=惠农保险|households=778户", "insurance.households/farm=778", "5月4日动员参加惠农保险，778户参保。")]
    [InlineData("pledge", "name=不让毒品进我家活动|category=不让毒品进我家|joined=228000多户|signed=196800户|total=24万户", "pledges.joined/drugs=228000多 pledges.signed/drugs=196800 pledges.total/drugs=240000", "5月4日开展不让毒品进我家活动，动员范围24万户，22.8万多户参加，19.68万户签订承诺书。")]
    [InlineData("cleanup", "name=集镇清洁|category=集镇街道|waste=5吨|ditches=4000米|units=2|scribbles=300余处|corners=43", "cleanup.count/street=1 cleanup.units=2 cleanup.waste=50 cleanup.ditches=4000 cleanup.scribbles=300余 cleanup.corners=43", "5月4日开展集镇清洁，清运垃圾5吨，清理沟渠4000米，清除乱涂乱画300余处，清理卫生死角43处。")]
    [InlineData("courtyard", "name=池庄村|households=3942户|fine=700户|lanes=1", "courtyards.model=3942 courtyards.fine=700 courtyards.lanes=1", "5月4日池庄村评定美丽庭院示范户3942户，其中精品户700户，建成示范街巷1条。")]
    [InlineData("pairing", "name=留守妇女|audience=留守妇女|persons=156名|helper=机关干部", "pairing.persons/leftwomen=156", "5月4日起由机关干部结对帮扶留守妇女，帮扶156人。")]
    [InlineData("assistance", "name=纯女户助学|usage=助学|money=9万余元", "pairing.visits=1 pairing.money/study=9000000余", "5月4日开展纯女户助学，落实帮扶资金9万余元。")]
    [InlineData("donation", "name=春蕾十元捐|source=社会募捐|usage=助学春蕾|money=11万余元", "donations.money/study=11000000余 donations.count/public=1", "5月4日开展春蕾十元捐，筹集资金11万余元。")]
    [InlineData("donation", "name=轮椅捐赠|source=基金会|usage=困难妇女|goods=45000元|items=轮椅|beneficiaries=30名", "donations.goods/foundation=4500000 donations.count/foundation=1 donations.beneficiaries/women=30", "5月4日开展轮椅捐赠，筹集轮椅，物资折款4.5万元，30人受益。")]
    [InlineData("grant", "name=春蕾计划扶持款|project=春蕾助学|persons=70名|money=1.7万元", "grants.persons/springbud=70 grants.money/springbud=1700000", "5月4日发放春蕾计划扶持款，资助70人，发放款1.7万元。")]
    [InlineData("honour", "title=巾帼示范村|receiver=集体|level=省级|count=4个", "honours.collectives/province=4", "5月4日4个集体获得巾帼示范村。")]
    [InlineData("honour", "title=女能人|receiver=个人|level=市级|count=89", "honours.persons/city=89", "5月4日有89人获得女能人。")]
    [InlineData("honour", "title=先进单位|receiver=本级妇联|level=市级|issuer=市妇联", "honours.own/city=1", "5月4日获得市妇联先进单位。")]
    [InlineData("model-family", "name=五好文明家庭|category=五好文明家庭|commended=12户", "families.commended/civilised=12", "5月4日开展五好文明家庭评选，表彰12户。")]
    [InlineData("reception", "letters=3|visits=55|calls=21|replied=79", "reception.items/letter=3 reception.items/visit=55 reception.items/call=21 reception.replied=79", "5月4日接待群众信访，来信3件次，来访55件次，来电21件次，已答复79件次。")]
    [InlineData("meeting", "name=三八纪念暨表彰大会|category=表彰大会|participants=300多人", "meetings.count/commend=1 meetings.participants/commend=300多", "5月4日召开三八纪念暨表彰大会，300多人参加。")]
    [InlineData("org-building", "name=非公企业妇女组织|category=非公企业|count=10余个", "org.new/firm=10余", "5月4日成立非公企业妇女组织等妇女组织10余个。")]
    public void ARecord_CountsAndReadsAsExpected(string code, string typed, string postings, string sentence)
    {
        var type = TestPacks.Shipped.Packs.GetType(code);
        var texts = typed.Split('|').Select(pair => pair.Split('=')).Select(pair => (pair[0], pair[1])).Append(("day", "2024-05-04"));
        var values = TestPacks.Values(type, [.. texts]);

        Assert.DoesNotContain(RecordChecks.Check(type, values, new DateOnly(2024, 11, 20)), problem => problem.Level == ProblemLevel.Error);
        Assert.Equal(postings, string.Join(' ', RecordPostings.From(type, values).Select(Print)));
        Assert.Equal(sentence, Sentences.Of(type, values, 2024));
    }

    private static string Print(PostingLine line) =>
        $"{line.Measure}{(line.Option is null ? "" : "/" + line.Option)}={line.Value}{line.Hedge.Word()}";
}
