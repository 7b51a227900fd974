namespace Jinguo.Core.Base.Organisations;

/// <summary>What a body is (domain-rules §13.2, org_kind).</summary>
public enum OrganisationKind
{
    /// <summary>妇联 of a division: nation to village (地方妇联, 乡镇街道妇联, 村社区妇联 by its level).</summary>
    Federation = 1,

    /// <summary>机关、事业单位妇委会.</summary>
    Committee = 2,

    /// <summary>妇工委.</summary>
    WorkCommittee = 3,

    /// <summary>团体会员, such as the women's committee of a trade union.</summary>
    GroupMember = 4,

    /// <summary>三新 federation: new economic or social organisations, new forms of employment.</summary>
    NewField = 5,

    /// <summary>妇女小组.</summary>
    Group = 6,

    /// <summary>妇女微家.</summary>
    MicroHome = 7,
}
