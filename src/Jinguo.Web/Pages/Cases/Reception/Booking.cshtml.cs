using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Cases;
using Jinguo.Core.Records.Cases.Reception;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Jinguo.Web.Pages.Cases.Reception;

/// <summary>A booking: whether she came, what the leader said, her case; or another day.</summary>
[Needs(Right.CaseHandle)]
public sealed class BookingModel(ReceptionReader reader, ReceptionBookingService bookings, ReceptionWordsService outcomes, CaseDrafts drafts, TimeProvider time) : PageModel
{
    private bool mayAct;

    public BookingView View { get; private set; } = null!;

    public ReceptionDayLine Day { get; private set; } = null!;

    /// <summary>The client key of what is written.</summary>
    public Guid Key { get; private set; } = Guid.CreateVersion7(time.GetUtcNow());

    /// <summary>What was written, where it could not be taken.</summary>
    public string? Words { get; private set; }

    /// <summary>To which days it can be moved.</summary>
    public IReadOnlyList<SelectListItem> Days { get; private set; } = [];

    /// <summary>True while neither it is withdrawn nor the day final.</summary>
    public bool MayChange => mayAct && !Day.IsFinal && View.Booking.WithdrawnAt is null;

    public bool MayMark => MayChange && Day.Day.Day <= time.Today();

    /// <summary>The leader's words go into the course of a case even once the minutes are final.</summary>
    public bool MayHear => mayAct && View.Booking.WithdrawnAt is null && View.Booking.Attendance == Attendance.Came && (!Day.IsFinal || View.Booking.CaseId is not null);

    public bool MayRegister => mayAct && View.Booking is { WithdrawnAt: null, CaseId: null };

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => ShowAsync(id, cancel);

    public async Task<IActionResult> OnPostMarkAsync(Guid id, [FromForm] bool hasCome, CancellationToken cancel) =>
        await AnswerAsync(id, await bookings.MarkAsync(id, hasCome, cancel), hasCome ? "标为到访。" : "标为未到。", cancel);

    public async Task<IActionResult> OnPostMoveAsync(Guid id, [FromForm] DateOnly? to, CancellationToken cancel) =>
        await AnswerAsync(id, await bookings.MoveAsync(id, to ?? default, cancel), "改约好了，请告诉她。", cancel);

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, [FromForm] string? reason, CancellationToken cancel) =>
        await AnswerAsync(id, await bookings.WithdrawAsync(id, reason ?? "", cancel), "预约撤回了，名额空出来了。", cancel);

    public async Task<IActionResult> OnPostSayAsync(Guid id, [FromForm] Guid key, [FromForm] int version, [FromForm] string? words, [FromForm] bool isLed, CancellationToken cancel)
    {
        (Key, Words) = (key, words);
        return await AnswerAsync(id, await outcomes.WriteAsync(new(key, id, version, words ?? "", isLed), cancel), "记下了。", cancel);
    }

    /// <summary>Her words go into a draft of her own, sealed; the address says nothing but its key.</summary>
    public async Task<IActionResult> OnPostRegisterAsync(Guid id, CancellationToken cancel)
    {
        var begun = await outcomes.BeginIntakeAsync(id, cancel);
        if (!begun.Done)
            return await AnswerAsync(id, begun, "", cancel);
        var intake = begun.Value;
        if (await drafts.FindAsync(intake.Key, cancel) is null)
        {
            var kept = await drafts.KeepAsync(intake.Key, CaseForm.Visit(time.GetUtcNow().UtcDateTime, intake).Values, cancel);
            if (!kept.Done)
                return await AnswerAsync(id, kept, "", cancel);
        }
        return LocalRedirect($"/cases/new?draft={intake.Key}");
    }

    private async Task<IActionResult> AnswerAsync<T>(Guid id, Outcome<T> done, string message, CancellationToken cancel) =>
        this.Answer(done, message, $"/cases/reception/bookings/{id}") ?? await ShowAsync(id, cancel);

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken cancel)
    {
        if (await reader.OpenBookingAsync(id, cancel) is not var (view, day))
            return NotFound();
        (View, Day, mayAct) = (view, day, await reader.MayActAsync(id, cancel));
        if (MayChange && view.Booking.Attendance != Attendance.Came)
            Days = [.. (await reader.ListComingAsync(cancel)).Where(line => line.Day.CancelledAt is null && line.Day.Day != day.Day.Day).Select(line => new SelectListItem(Show.DayAndWeekday(line.Day.Day), $"{line.Day.Day:yyyy-MM-dd}"))];
        return Page();
    }
}
