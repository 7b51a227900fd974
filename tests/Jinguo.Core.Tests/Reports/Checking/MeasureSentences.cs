namespace Jinguo.Core.Tests.Reports.Checking;

/// <summary>Sentences in the manner of reports, with the measure that each number states; - where no measure of the product does.</summary>
internal static class MeasureSentences
{
    public static IReadOnlyList<(string Text, string Measures)> All { get; } =
    [
        ("全年共举办妇女培训班42期，受训妇女1300余人次，其中家政服务168人次。", "training.sessions training.participants training.participants:housekeeping"),
        ("巾帼志愿者发展到416人、23支队伍。", "volunteers.members volunteers.teams"),
        ("走访困难家庭342户，送去慰问金和物资12.4万元。", "visits.households visits.money"),
        ("接待来信来访来电27件次，办结26件次，办结率96.3%。", "reception.items reception.closed reception.closerate"),
        ("接待信访79件次，其中来信3件次，来电21件次。", "reception.items reception.items:letter reception.items:call"),
        ("评出“平安家庭”10户。", "families.commended:safe"),
        ("联系县妇幼保健院，为1600余名妇女免费检查。", "health.screened"),
        ("发放普法资料3000多份。", "lawpublicity.copies"),
        ("举办普法讲座12场，受众2400人次。", "lawpublicity.sessions|lawpublicity.sessions:lecture lawpublicity.participants"),
        ("为妇女发放小额担保贷款325笔、2860万元。", "loans.count loans.money"),
        ("新建妇女之家12个、儿童之家5个。", "venues.count:home venues.count:child"),
        ("募集资金35.6万元，资助贫困学生120名。", "donations.money grants.persons"),
        ("受检妇女5200人，查出异常86人。", "health.screened health.abnormal"),
        ("组织专场招聘会6场，提供就业岗位2100个，达成就业意向380人。", "jobfairs.count|jobfairs.count:fair jobfairs.posts jobfairs.intents"),
        ("创建美丽庭院示范户230户。", "courtyards.model"),
        ("上报信息86条，采用信息31条。", "information.filed information.used"),
        ("村妇联主席进两委比例达100%。", "posts.chairs.committees.rate"),
        ("帮助230名妇女实现就业。", "placements.persons"),
        ("开展家庭教育讲座15场，受益家长1800人次。", "familyedu.sessions|familyedu.sessions:lecture familyedu.participants"),
        ("走访慰问困难妇女儿童120人，发放慰问金6万元。", "visits.persons|visits.persons:women visits.money"),
        ("成功调解纠纷18起。", "reception.mediated"),
        ("结对帮扶留守儿童56名。", "pairing.persons:leftbehind"),
        ("举办种植养殖培训班8期，培训妇女420人。", "training.sessions:farming training.participants"),
        ("组织志愿服务活动35次，服务群众2100人次。", "volunteers.services volunteers.served"),
        ("召开妇联执委会议4次。", "meetings.count:committee"),
        ("栽种桃树500株，修路3公里。", "cleanup.trees -"),
        ("拥有汽车20辆。", "-"),
        ("走访慰问困难妇女、留守儿童230人次。", "visits.persons"),
        ("开展“两癌”筛查，共筛查妇女545人，其中查出异常12人。", "health.screened health.abnormal"),
        ("报送信息45条，被采用12条。", "information.filed information.used"),
        ("接待群众来信来访86件次，调解婚姻家庭纠纷18起。", "reception.items reception.mediated"),
        ("建成12个妇女之家、5个儿童之家。", "venues.count:home venues.count:child"),
        ("走访困难家庭300户，送去慰问金12万元，户均400元。", "visits.households visits.money -"),
        ("受训妇女1300余人次，比上年增加一成。其中家政服务168人次。", "training.participants training.participants training.participants:housekeeping"),
        ("发放宣传资料5000份。", "publicity.copies"),
        ("媒体报道42篇，其中省级3篇。", "media.items media.items:province"),
        ("新建妇联组织15个，覆盖妇女2300人。", "org.new org.women"),
    ];
}
