using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Jinguo.Core.Base.Forms;

namespace Jinguo.Core.Records.Ledgers.Exchange;

/// <summary>
/// What makes two records seem the same: ledger, body, days, title and numbers, whatever else they say. Kept with the
/// record as a hash, so that a row of a workbook finds its like by an index. Pure.
/// </summary>
public static class RecordLikeness
{
    /// <summary>The likeness of a record. Fields about persons have no part in it: an export for bodies above leaves them out.</summary>
    /// <param name="type">Its form.</param>
    /// <param name="organisationId">Its body.</param>
    /// <param name="title">How it is called.</param>
    /// <param name="values">What it holds.</param>
    public static long Of(RecordType type, int organisationId, string title, RecordValues values)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{type.Code}\n{organisationId}\n{values.Days?.First:O}\n{values.Days?.Last:O}\n{title}");
        foreach (var field in type.Fields.Where(field => !field.Personal))
        {
            decimal? number = values[field.Code] switch
            {
                NumberValue count => count.Quantity.Value,
                MoneyValue money => money.Cents,
                _ => null,
            };
            if (number is { } known)
                text.Append(CultureInfo.InvariantCulture, $"\n{field.Code}={known:0.######}");
        }
        return BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
