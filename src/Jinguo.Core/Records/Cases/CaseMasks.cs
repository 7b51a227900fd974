using Jinguo.Core.Base.Persons;

namespace Jinguo.Core.Records.Cases;

/// <summary>What is shown of a text of a case where nobody has asked for all. Pure.</summary>
internal static class CaseMasks
{
    public static string Of(CaseField field, string text) => field switch
    {
        CaseField.Name => Masks.Name(text),
        CaseField.IdNumber => Masks.IdNumber(text),
        CaseField.Phone => Masks.Phone(text),
        CaseField.Address => Masks.Address(text),
        CaseField.Counterpart or CaseField.Proxy => Masks.Name(text),
        CaseField.QueryCode => "",
        _ => Masks.InText(text),
    };
}
