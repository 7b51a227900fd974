using Jinguo.Core.Base;
using Jinguo.Core.Base.Organisations;

namespace Jinguo.Core.Records.Reorganisations;

/// <summary>What is wrong with a reorganisation, as far as the bodies themselves tell. Pure.</summary>
public static class ReorganisationChecks
{
    /// <summary>Longest number of a document.</summary>
    public const int LongestDocument = 60;

    /// <summary>Checks day and document.</summary>
    public static List<Problem> Check(ReorganisationOrder order, DateOnly today)
    {
        var problems = new List<Problem>();
        if (order.From > today)
            problems.Add(new("reorganisation.from.future", "生效日期晚于今天，请到那天再办，或改成今天以前的日期。", nameof(order.From)));
        if (order.Document.Trim().Length is 0 or > LongestDocument)
            problems.Add(new("reorganisation.document", $"请填批准文件的文号，例如：云政发〔2026〕8号，最多{LongestDocument}个字。", nameof(order.Document)));
        return problems;
    }

    /// <summary>Whether a body may come below another.</summary>
    public static Problem? Place(Organisation body, Organisation parent)
    {
        if (parent.ValidTo is not null)
            return new("reorganisation.parent.ended", $"{parent.Name}已经撤销，请另选上级。");
        if (OrganisationPath.IsWithin(parent.Path, body.Path))
            return new("reorganisation.parent.below", $"{parent.Name}就是{body.Name}或在它下面，不能做它的上级，请另选。");
        if (body.ParentId == parent.Id)
            return new("reorganisation.parent.same", $"{body.Name}本来就在{parent.Name}下面，不用划转。");
        return body.Kind == OrganisationKind.Federation && body.Level <= parent.Level
            ? new("reorganisation.level", $"{body.Name}是{body.Level.Name()}级，不能划到{parent.Level.Name()}级的{parent.Name}下面，请选更高一级的组织。")
            : null;
    }
}
