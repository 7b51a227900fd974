using System.Text;

namespace Jinguo.Testing.Mentions;

/// <summary>Texts that nobody writes and somebody may send: one piece again and again, without an end in sight.</summary>
/// <param name="Name">What is repeated.</param>
/// <param name="Piece">The piece.</param>
public sealed record HostileText(string Name, string Piece)
{
    /// <summary>Each of them has been, or might be, read over and over by a careless rule.</summary>
    public static IReadOnlyList<HostileText> All { get; } =
    [
        new("one run of digits", "7"),
        new("one run of Chinese numerals", "一千万亿"),
        new("a sentence without punctuation", "共有妇女300人惠及儿童20人"),
        new("rates without punctuation", "每人300元共20人占12.5%比上年的30人增长5%"),
        new("a list of numbers", "3户、"),
        new("a list of names and numbers", "甲村、乙村等3个、"),
        new("years and dashes", "2026年——"),
        new("a number and spaces", "3    "),
        new("open brackets", "《（“‘〔"),
        new("brackets around numbers", "（“3个"),
        new("places after each other", "其中村"),
        new("lists announced", "四个方面一是"),
        new("everybody without an end of the clause", "全村妇女300人"),
    ];

    /// <summary>The text, of about so many bytes of UTF-8.</summary>
    public string OfBytes(int bytes) => new StringBuilder().Insert(0, Piece, Math.Max(1, bytes / Encoding.UTF8.GetByteCount(Piece))).ToString();
}
