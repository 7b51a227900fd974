namespace Jinguo.Core.Base.Forms;

/// <summary>What does not fit together in further fields of a record type (<see cref="TypeAddition"/>).</summary>
internal static class AdditionChecks
{
    public static void Check(TypeAddition addition, string path, Pack pack, PackSet all, PackFindings found)
    {
        if (all.FindType(addition.To) is not { } type || pack.RecordTypes.Contains(type))
        {
            found.Add($"{path}.to", $"没有哪个别的包有“{addition.To}”这种台账");
            return;
        }

        if (addition.Fields.Count == 0)
            found.Add($"{path}.fields", "至少要补充一项");
        var whole = type.With(addition);
        for (var index = 0; index < addition.Fields.Count; index++)
        {
            CheckField(addition.Fields[index], type, whole, $"{path}.fields[{index}]", pack, all, found);
        }

        RecordTypeChecks.CheckRules(whole, addition.Checks, addition.Posts, addition.Sentences, path, found);
    }

    private static void CheckField(Field field, RecordType type, RecordType whole, string path, Pack pack, PackSet all, PackFindings found)
    {
        var elsewhere = all.Packs.Where(other => other != pack).SelectMany(other => other.Additions)
            .Where(other => other.To == type.Code).SelectMany(other => other.Fields);
        if (type.FindField(field.Code) is not null || elsewhere.Any(other => other.Code == field.Code))
        {
            found.Add($"{path}.code", $"“{type.Name}”已经有代码为“{field.Code}”的字段，请换一个代码；在浏览器里做的，删去这一项再加一次");
            return;
        }

        RecordTypeChecks.CheckField(whole, field, path, found);
        if (field.Required && field.Default.Length == 0)
            found.Add($"{path}.required", "补充的字段不能必填：没有它，这一笔工作也要能记下来");
    }
}
