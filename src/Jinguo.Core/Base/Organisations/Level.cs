namespace Jinguo.Core.Base.Organisations;

/// <summary>The six levels of federations, from the nation to the village (domain-rules §1.1, L1–L6), and groups below.</summary>
public enum Level
{
    /// <summary>全国.</summary>
    Nation = 1,

    /// <summary>省、自治区、直辖市.</summary>
    Province = 2,

    /// <summary>市、地、州、盟.</summary>
    City = 3,

    /// <summary>县、市、区、旗.</summary>
    County = 4,

    /// <summary>乡、镇、街道.</summary>
    Township = 5,

    /// <summary>村、社区.</summary>
    Village = 6,

    /// <summary>妇女小组、妇女微家 below the village (domain-rules §1.1, G1).</summary>
    Group = 7,
}
