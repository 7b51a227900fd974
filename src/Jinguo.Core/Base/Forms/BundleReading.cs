namespace Jinguo.Core.Base.Forms;

/// <summary>Reads and checks the bundles of a pack file.</summary>
internal static class BundleReading
{
    public static Bundle Read(PackNode node)
    {
        var bundle = new Bundle(node.Text("code"), node.Text("name"), node.Whole("version", 1, 10_000) ?? 1, node.OptionalText("basis"), [.. node.Nodes("ledgers").Select(ReadLedger)]);
        node.Close();
        return bundle;
    }

    public static void Check(Bundle bundle, string path, PackSet all, PackFindings found)
    {
        if (!PackChecks.PackCode().IsMatch(bundle.Code))
            found.Add($"{path}.code", "代码用小写字母、数字和连字符，以字母开头");
        if (all.Packs.SelectMany(pack => pack.Bundles).First(other => other.Code == bundle.Code) != bundle)
            found.Add($"{path}.code", $"已经有代码为“{bundle.Code}”的簿册");
        if (bundle.Ledgers.Count == 0)
            found.Add($"{path}.ledgers", "至少要有一本");
        for (var index = 0; index < bundle.Ledgers.Count; index++)
        {
            var ledger = bundle.Ledgers[index];
            foreach (var type in ledger.Types.Where(type => all.FindType(type) is null))
                found.Add($"{path}.ledgers[{index}].types", $"没有“{type}”这种台账");
            if (ledger.Types.Count == 0 && ledger.Note.Length == 0)
                found.Add($"{path}.ledgers[{index}]", "没有台账的，要在 note 里写明内容记在哪里");
        }
    }

    private static BundleLedger ReadLedger(PackNode node)
    {
        var ledger = new BundleLedger(node.Text("name"), node.Texts("types"), node.OptionalText("note"));
        node.Close();
        return ledger;
    }
}
