using Jinguo.Core.Base.Encryption;

namespace Jinguo.Core.Records.Cases;

/// <summary>What a case tells about people. Each is sealed apart, so that a page opens only what it shows.</summary>
public enum CaseField
{
    /// <summary>姓名.</summary>
    Name = 1,

    /// <summary>身份证号.</summary>
    IdNumber,

    /// <summary>电话.</summary>
    Phone,

    /// <summary>性别.</summary>
    Sex,

    /// <summary>年龄.</summary>
    Age,

    /// <summary>婚姻状况.</summary>
    Marital,

    /// <summary>职业、单位.</summary>
    Occupation,

    /// <summary>住址.</summary>
    Address,

    /// <summary>代访人和关系.</summary>
    Proxy,

    /// <summary>对方当事人.</summary>
    Counterpart,

    /// <summary>诉求.</summary>
    Request,

    /// <summary>主要事实和理由.</summary>
    Facts,

    /// <summary>证据.</summary>
    Evidence,

    /// <summary>安全联系: when and how she may be reached, and how never.</summary>
    SafeContact,

    /// <summary>下一步.</summary>
    NextStep,

    /// <summary>The code on the receipt.</summary>
    QueryCode,
}

/// <summary>A sealed text of a case.</summary>
public sealed class CaseText
{
    /// <summary>Region of the case.</summary>
    public int Region { get; set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; set; }

    /// <summary>What it is.</summary>
    public CaseField Field { get; set; }

    /// <summary>Sealed with its case and field: moved elsewhere it does not open.</summary>
    public required string Sealed { get; set; }
}

/// <summary>Seals what cases tell about people, and opens it again.</summary>
public sealed class CaseSeal(FieldCipher cipher, BlindIndex index)
{
    private const string IdPurpose = "case.idNumber";
    private const string PhonePurpose = "case.phone";
    private const string QueryPurpose = "case.query";

    /// <summary>Begins every text that the newest key sealed.</summary>
    public string NewestPrefix => cipher.NewestPrefix;

    /// <summary>Seals a text of a case.</summary>
    public string Seal(Guid caseId, CaseField field, string text) => cipher.Seal(text, Purpose(field), caseId.ToString("N"));

    /// <summary>Opens it.</summary>
    /// <exception cref="DataKeysException">The key is missing, or the text was changed.</exception>
    public string Open(CaseText text) => cipher.Open(text.Sealed, Purpose(text.Field), text.CaseId.ToString("N"));

    /// <summary>Seals what an entry says.</summary>
    public string SealEntry(Guid entryId, string text) => cipher.Seal(text, "case.entry", entryId.ToString("N"));

    /// <summary>Opens what an entry says.</summary>
    /// <exception cref="DataKeysException">The key is missing, or the text was changed.</exception>
    public string OpenEntry(Guid entryId, string sealedText) => cipher.Open(sealedText, "case.entry", entryId.ToString("N"));

    /// <summary>Seals words of another record of the module, bound to the row and to which of its words they are: <c>referral.asks</c>.</summary>
    public string SealWords(string part, Guid row, string text) => cipher.Seal(text, $"case.{part}", row.ToString("N"));

    /// <summary>Opens them.</summary>
    /// <exception cref="DataKeysException">The key is missing, or the text was changed or moved.</exception>
    public string OpenWords(string part, Guid row, string sealedText) => cipher.Open(sealedText, $"case.{part}", row.ToString("N"));

    /// <summary>What an ID number is found by among cases.</summary>
    public string IndexOfId(string number) => index.Of(number, IdPurpose);

    /// <summary>What a telephone is found by among cases.</summary>
    public string IndexOfPhone(string number) => index.Of(number, PhonePurpose);

    /// <summary>What a receipt is found by.</summary>
    public string IndexOfQuery(string code) => index.Of(code, QueryPurpose);

    private static string Purpose(CaseField field) => $"case.{field}";
}
