using System.Globalization;

namespace Jinguo.Core.Base.Organisations;

/// <summary>Numbers of bodies that are not divisions: the parent's code and <c>-001</c>, <c>-002</c>….</summary>
public static class OrganisationCode
{
    /// <summary>The number after the largest one in use: a number is not given twice.</summary>
    public static int NextNumber(IEnumerable<string> numbers) => 1 + numbers
        .Select(number => int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0)
        .DefaultIfEmpty()
        .Max();
}
