using Jinguo.Core.Base.Organisations;

namespace Jinguo.Core.Records.Posts;

/// <summary>What the charter and the usual local rules say of terms, by kind and level of a body (domain-rules §1.2). Pure.</summary>
public static class TermRules
{
    /// <summary>Years of a term where nobody says otherwise (ORG-01, 04–06).</summary>
    public const int UsualYears = 5;

    /// <summary>True for kinds of bodies that have terms: federations and the committees of public bodies, not groups and group members.</summary>
    public static bool HaveTerms(OrganisationKind kind) =>
        kind is OrganisationKind.Federation or OrganisationKind.NewField or OrganisationKind.Committee or OrganisationKind.WorkCommittee;

    extension(Organisation body)
    {
        /// <summary>True where the body has terms.</summary>
        public bool HasTerms => HaveTerms(body.Kind);

        /// <summary>True for a 妇联, whose members are 执委.</summary>
        public bool IsWomensFederation => body.Kind is OrganisationKind.Federation or OrganisationKind.NewField;

        /// <summary>True for the federation of a village or community.</summary>
        public bool IsOfVillage => body is { Kind: OrganisationKind.Federation, Level: Level.Village };

        /// <summary>True where the charter knows a standing committee: county and above (ORG-03).</summary>
        public bool MayHaveStanding => body is { Kind: OrganisationKind.Federation, Level: <= Level.County };

        /// <summary>How many years a term may last: 5 at county and above (ORG-01, 04), elsewhere 3 to 5 (ORG-05, 06).</summary>
        public (int Least, int Most) TermYears => body is { Kind: OrganisationKind.Federation, Level: <= Level.County } ? (UsualYears, UsualYears) : (3, UsualYears);

        /// <summary>How many executives local rules usually ask for; null where they are silent (ORG-14).</summary>
        public (int Least, int Most)? UsualExecutives => body switch
        {
            { Kind: OrganisationKind.NewField } => (7, 17),
            { Kind: OrganisationKind.Federation, Level: Level.Village } => (11, 15),
            { Kind: OrganisationKind.Federation, Level: Level.Township } => (25, int.MaxValue),
            _ => null,
        };

        /// <summary>Seats offered for a first term: what local rules usually ask for (ORG-14).</summary>
        public Seats UsualSeats => body switch
        {
            { Kind: OrganisationKind.Federation, Level: <= Level.County } => new(35, 11, 2, 1, 2),
            { Kind: OrganisationKind.Federation, Level: Level.Township } => new(25, 0, 1, 0, 2),
            { Kind: OrganisationKind.Federation } => new(11, 0, 0, 0, 2),
            _ => new(7, 0, 0, 0, 1),
        };
    }
}
