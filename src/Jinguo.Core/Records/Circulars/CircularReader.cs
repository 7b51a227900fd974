using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Files;
using Jinguo.Core.Base.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Circulars;

/// <summary>A circular that a body got.</summary>
/// <param name="Circular">The circular.</param>
/// <param name="Sender">Name of the sender.</param>
/// <param name="Receipt">What the body did with it.</param>
public sealed record ReceivedCircular(Circular Circular, string Sender, CircularReceipt Receipt)
{
    /// <summary>True while something is to be done: an answer where one is asked for, else receiving it.</summary>
    public bool IsOpen => Circular.WithdrawnAt is null && (Circular.NeedsAnswer ? Receipt.AnsweredAt is null : Receipt.ReceivedAt is null);
}

/// <summary>A circular that was sent.</summary>
/// <param name="Circular">The circular.</param>
/// <param name="Bodies">Bodies that got it.</param>
/// <param name="Received">Of these, those that received it.</param>
/// <param name="Answered">Of these, those that answered.</param>
public sealed record SentCircular(Circular Circular, int Bodies, int Received, int Answered);

/// <summary>A circular at one body, for its sender.</summary>
public sealed record ReceiptLine(string Body, CircularReceipt Receipt);

/// <summary>Which receipts a sender looks at.</summary>
public enum ReceiptFilter
{
    /// <summary>All.</summary>
    All,

    /// <summary>未签收.</summary>
    NotReceived,

    /// <summary>未回复.</summary>
    NotAnswered,
}

/// <summary>A circular opened: by its sender, by a body that got it, or both ways for a body above the sender.</summary>
/// <param name="Circular">The circular.</param>
/// <param name="Sender">Name of the sender.</param>
/// <param name="Files">Its files.</param>
/// <param name="Receipt">What the reader's own body did with it; null where it did not get it.</param>
/// <param name="Sent">Numbers for the sender; null for a body that got it.</param>
public sealed record OpenedCircular(Circular Circular, string Sender, IReadOnlyList<StoredFile> Files, CircularReceipt? Receipt, SentCircular? Sent);

/// <summary>Reads circulars: a body sees what it got and what it sent; bodies above a sender see what it sent.</summary>
public sealed class CircularReader(Db db, Visible visible)
{
    /// <summary>Lines on a page.</summary>
    public const int PageSize = 30;

    /// <summary>What the reader's body got, the newest first.</summary>
    /// <param name="openOnly">Only where something is to be done.</param>
    /// <param name="page">From 1.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<PageOf<ReceivedCircular>> ListReceivedAsync(bool openOnly, int page, CancellationToken cancel = default)
    {
        var found = Received();
        if (openOnly)
            found = Open(found);
        var total = await found.CountAsync(cancel);
        var rows = total == 0 ? [] : await found.OrderByDescending(row => row.Circular.SentAt).ThenBy(row => row.Circular.Id)
            .Skip((Math.Max(page, 1) - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
        return new([.. rows.Select(row => new ReceivedCircular(row.Circular, row.Sender, row.Receipt))], total);
    }

    /// <summary>What is to be done about circulars, the earliest due first.</summary>
    public async Task<IReadOnlyList<ReceivedCircular>> ListOpenAsync(int most, CancellationToken cancel = default)
    {
        var rows = await Open(Received()).OrderBy(row => row.Circular.Due ?? DateOnly.MaxValue).ThenBy(row => row.Circular.SentAt).Take(most).ToListAsync(cancel);
        return [.. rows.Select(row => new ReceivedCircular(row.Circular, row.Sender, row.Receipt))];
    }

    /// <summary>The circulars about which the reader's body has something to do.</summary>
    internal IQueryable<Circular> Open() => Open(Received()).Select(row => row.Circular);

    /// <summary>What the reader's body sent, the newest first.</summary>
    public async Task<PageOf<SentCircular>> ListSentAsync(int page, CancellationToken cancel = default)
    {
        var own = visible.Actor.OrganisationId;
        var sent = visible.Of<Circular>(Right.CircularRead).AsNoTracking().Where(one => one.OrganisationId == own);
        var total = await sent.CountAsync(cancel);
        var lines = total == 0 ? [] : await Counted(sent.OrderByDescending(one => one.SentAt).ThenBy(one => one.Id).Skip((Math.Max(page, 1) - 1) * PageSize).Take(PageSize)).ToListAsync(cancel);
        return new([.. lines.OrderByDescending(line => line.Circular.SentAt).ThenBy(line => line.Circular.Id)], total);
    }

    /// <summary>Opens a circular; null where it is not the reader's to see.</summary>
    public async Task<OpenedCircular?> FindAsync(Guid id, CancellationToken cancel = default)
    {
        var sent = await Counted(visible.Of<Circular>(Right.CircularRead).AsNoTracking().Where(one => one.Id == id)).SingleOrDefaultAsync(cancel);
        var got = await Received().SingleOrDefaultAsync(row => row.Circular.Id == id, cancel);
        if ((sent?.Circular ?? got?.Circular) is not { } circular)
            return null;
        var sender = got?.Sender ?? await db.Organisations.Where(one => one.Id == circular.OrganisationId).Select(one => one.Name).SingleAsync(cancel);
        var keys = circular.FileIds;
        var files = keys.Count == 0 ? [] : await db.StoredFiles.AsNoTracking().Where(file => keys.Contains(file.Id)).OrderBy(file => file.Id).ToListAsync(cancel);
        return new(circular, sender, files, got?.Receipt, sent);
    }

    /// <summary>What became of a circular, body by body in the tree's order. For those who see it as sent.</summary>
    public async Task<PageOf<ReceiptLine>> ListReceiptsAsync(SentCircular sent, ReceiptFilter filter, int page, CancellationToken cancel = default)
    {
        var found = Filtered(db.CircularReceipts.AsNoTracking().Where(one => one.CircularId == sent.Circular.Id), filter);
        var total = await found.CountAsync(cancel);
        var rows = total == 0 ? [] : await found.Join(db.Organisations, one => one.OrganisationId, body => body.Id, (one, body) => new { one, body.Name, body.Path })
            .OrderBy(row => row.Path).Skip((Math.Max(page, 1) - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
        return new([.. rows.Select(row => new ReceiptLine(row.Name, row.one))], total);
    }

    private static IQueryable<CircularReceipt> Filtered(IQueryable<CircularReceipt> receipts, ReceiptFilter filter) => filter switch
    {
        ReceiptFilter.NotReceived => receipts.Where(one => one.ReceivedAt == null),
        ReceiptFilter.NotAnswered => receipts.Where(one => one.AnsweredAt == null),
        _ => receipts,
    };

    private IQueryable<GotRow> Received()
    {
        var own = visible.Actor.OrganisationId;
        return visible.Of<CircularReceipt>(Right.CircularRead).AsNoTracking().Where(one => one.OrganisationId == own)
            .Join(db.Circulars, one => one.CircularId, circular => circular.Id, (one, circular) => new { one, circular })
            .Join(db.Organisations, row => row.circular.OrganisationId, body => body.Id, (row, body) => new GotRow { Circular = row.circular, Receipt = row.one, Sender = body.Name });
    }

    private static IQueryable<GotRow> Open(IQueryable<GotRow> rows) => rows.Where(row =>
        row.Circular.WithdrawnAt == null && (row.Circular.NeedsAnswer ? row.Receipt.AnsweredAt == null : row.Receipt.ReceivedAt == null));

    private IQueryable<SentCircular> Counted(IQueryable<Circular> circulars)
    {
        var receipts = db.CircularReceipts;
        return circulars.Select(one => new SentCircular(
            one,
            receipts.Count(receipt => receipt.CircularId == one.Id),
            receipts.Count(receipt => receipt.CircularId == one.Id && receipt.ReceivedAt != null),
            receipts.Count(receipt => receipt.CircularId == one.Id && receipt.AnsweredAt != null)));
    }

    private sealed class GotRow
    {
        public required Circular Circular { get; init; }

        public required CircularReceipt Receipt { get; init; }

        public required string Sender { get; init; }
    }
}
