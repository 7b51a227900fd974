using System.Buffers.Text;
using System.Globalization;

namespace Jinguo.Core.Reports.Writing;

/// <summary>Addresses that stand in documents. They begin with the public address of the installation.</summary>
/// <param name="PublicAddress">For example https://jinguo.example.cn, without a slash at its end.</param>
public sealed record ReportAddress(string PublicAddress)
{
    private const string Reports = "/reports/";
    private const string Figures = "figures";

    /// <summary>The page of a number of a report: the draft may be old, so the address says which freezing it belongs to.</summary>
    public Uri Figure(Guid report, int snapshot, int number) => At($"{Reports}{report}/{Figures}/{snapshot}/{number}");

    /// <summary>The page of a quoted record.</summary>
    public Uri Record(Guid record) => At($"/ledgers/{record}");

    /// <summary>The page that says whether a code is known.</summary>
    public Uri Check(string code) => At($"/check/{code}");

    /// <summary>The number of a report that a link in a document leads to; null where it leads elsewhere.</summary>
    public static (int Snapshot, int Number)? NumberOf(string link, Guid report) => FigureOf(link) is { } figure && figure.Report == report ? (figure.Snapshot, figure.Number) : null;

    /// <summary>The report and number that a link in a document leads to; null where it leads elsewhere.</summary>
    public static (Guid Report, int Snapshot, int Number)? FigureOf(string link)
    {
        var at = link.IndexOf(Reports, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && link[(at + Reports.Length)..].Split('/') is [var key, Figures, var first, var second]
            && Guid.TryParseExact(key, "D", out var report) && TryRead(first, out var snapshot) && TryRead(second, out var number)
                ? (report, snapshot, number)
                : null;
    }

    private static bool TryRead(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private Uri At(string path) => new(PublicAddress.TrimEnd('/') + path);
}

/// <summary>What the square code of a report carries: the code of the issuer and the hash of the snapshot; no figures.</summary>
/// <param name="Issuer">Code of the body.</param>
/// <param name="Hash">SHA-256 in lower-case hex.</param>
public sealed record CheckCode(string Issuer, string Hash)
{
    private const char Separator = '.';

    /// <summary>As it stands in the address.</summary>
    public override string ToString() => Issuer + Separator + Base64Url.EncodeToString(Convert.FromHexString(Hash));

    /// <summary>Reads a code; null for anything else.</summary>
    public static CheckCode? Parse(string? text)
    {
        var parts = (text ?? "").Split(Separator);
        if (parts is not [{ Length: > 0 and <= 40 } issuer, { Length: 43 } hash])
            return null;
        Span<byte> bytes = stackalloc byte[32];
        return Base64Url.IsValid(hash) && Base64Url.TryDecodeFromChars(hash, bytes, out var length) && length == 32
            ? new(issuer, Convert.ToHexStringLower(bytes))
            : null;
    }
}
