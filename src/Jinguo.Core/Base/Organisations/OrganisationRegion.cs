namespace Jinguo.Core.Base.Organisations;

/// <summary>Which region a new body gets (<see cref="Organisation.Region"/>).</summary>
public static class OrganisationRegion
{
    /// <summary>
    /// The region of the body above. Where that has none (province, nation, or nothing above), a federation of prefecture
    /// level or lower leads a region of its own: counties directly under a province as well (domain-rules DIV-11); the
    /// committees and group members of a province stay with it.
    /// </summary>
    public static int Of(int parentRegion, int id, OrganisationKind kind, Level level) =>
        parentRegion != 0 ? parentRegion
        : kind == OrganisationKind.Federation && level >= Level.City ? id
        : 0;
}
