using Jinguo.Core.Records.Circulars;

namespace Jinguo.Web.Pages.Circulars;

/// <summary>Where a circular stands, in words.</summary>
public static class CircularWords
{
    /// <summary>未签收, 待回复, 已签收, 已回复, 已收回.</summary>
    public static string State(ReceivedCircular line) => State(line.Circular, line.Receipt);

    /// <inheritdoc cref="State(ReceivedCircular)"/>
    public static string State(Circular circular, CircularReceipt receipt) =>
        circular.WithdrawnAt is not null ? "已收回"
        : receipt.AnsweredAt is not null ? "已回复"
        : receipt.ReceivedAt is null ? "未签收"
        : circular.NeedsAnswer ? "待回复"
        : "已签收";
}
