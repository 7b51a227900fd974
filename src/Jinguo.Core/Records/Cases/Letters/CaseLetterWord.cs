using System.Text.Json.Serialization;

namespace Jinguo.Core.Records.Cases.Letters;

/// <summary>For what a letter is made.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LetterUse>))]
public enum LetterUse
{
    /// <summary>For the petitioner, about her case.</summary>
    Petitioner = 1,

    /// <summary>处理意见书: for the petitioner, with one of three opinions (PET-13).</summary>
    Decision,

    /// <summary>转送函: for the office to which a referral went, with what was chosen for it and nothing else (PET-17).</summary>
    Transfer,

    /// <summary>交办函: the same for a body below that is to report its result by a day.</summary>
    Assignment,

    /// <summary>督促函: for the office that does not deal with what was sent, or does so badly (PW-02).</summary>
    Urging,

    /// <summary>For a department, without anything of the case: what it says is written by hand.</summary>
    Department,

    /// <summary>人身安全保护令申请书: for the court, where a protection order may be asked for.</summary>
    Protection,
}

/// <summary>Which way a decision goes (信访工作条例 art. 32, PET-13).</summary>
public enum LetterOpinion
{
    /// <summary>支持: the request has facts and law on its side.</summary>
    Supported = 1,

    /// <summary>解释说明: it is reasonable and has no basis in law.</summary>
    Explained,

    /// <summary>不支持: it has neither.</summary>
    Refused,
}

/// <summary>The opinions in the users' words.</summary>
public static class LetterOpinionNames
{
    /// <summary>支持, 解释说明, 不支持: so they are called in the template, too.</summary>
    public static string Name(this LetterOpinion opinion) => opinion switch
    {
        LetterOpinion.Supported => "支持",
        LetterOpinion.Explained => "解释说明",
        LetterOpinion.Refused => "不支持",
        _ => throw new ArgumentOutOfRangeException(nameof(opinion)),
    };
}

/// <summary>A letter that can be made of a case.</summary>
/// <param name="Code">Stable.</param>
/// <param name="Name">Its name and that of its template, <c>packs/cases/letters/NAME.docx</c>.</param>
/// <param name="Help">When it is used, in plain words with the article.</param>
/// <param name="Use">For what it is made.</param>
public sealed record CaseLetterWord(string Code, string Name, string Help, LetterUse Use) : CaseWord(Code, Name)
{
    /// <summary>True where it is made for a referral.</summary>
    [JsonIgnore]
    public bool IsForReferral => Use is LetterUse.Transfer or LetterUse.Assignment or LetterUse.Urging;
}
