using System.Text.Json.Nodes;
using Jinguo.Core.Base.Forms;

namespace Jinguo.Core.Records.Ledgers.Forms;

/// <summary>Writes the books of a 簿册 into a sheet. Pure.</summary>
public static class BundleLedgers
{
    private const string Ledgers = "ledgers";

    /// <summary>Changes name and basis. A book that is printed carries them on its cover.</summary>
    public static void DescribeBundle(this FormSheet sheet, string name, string basis)
    {
        (sheet.Root["name"], sheet.Form["name"]) = (name, name);
        FormFields.Put(sheet.Form, "basis", basis);
    }

    /// <summary>Adds a book at the end, or changes the one at a place; nothing where there is none.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="place">From 0; null adds one.</param>
    /// <param name="wish">What it is.</param>
    public static void PutLedger(this FormSheet sheet, int? place, BundleLedger wish)
    {
        var all = sheet.List(Ledgers);
        if (place is not null && (place < 0 || place >= all.Count))
            return;
        var ledger = new JsonObject { ["name"] = wish.Name };
        FormSheet.Put(ledger, "types", wish.Types.Count > 0 ? new JsonArray([.. wish.Types.Distinct(StringComparer.Ordinal).Select(type => (JsonNode)type)]) : null);
        FormFields.Put(ledger, "note", wish.Note);
        if (place is { } at)
            all[at] = ledger;
        else
            all.Add((JsonNode)ledger);
    }

    /// <summary>Moves a book one place up or down; nothing where there is none or no place.</summary>
    public static void MoveLedger(this FormSheet sheet, int place, bool up)
    {
        var all = sheet.List(Ledgers);
        var to = up ? place - 1 : place + 1;
        if (place < 0 || place >= all.Count || to < 0 || to >= all.Count)
            return;
        var moved = all[place]!;
        all.RemoveAt(place);
        all.Insert(to, moved);
    }

    /// <summary>Takes a book away; its records stay where they are.</summary>
    public static void RemoveLedger(this FormSheet sheet, int place)
    {
        if (place >= 0 && place < sheet.List(Ledgers).Count)
            sheet.List(Ledgers).RemoveAt(place);
    }
}
