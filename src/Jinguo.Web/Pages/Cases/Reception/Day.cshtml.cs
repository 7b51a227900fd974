using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Cases.Reception;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.Cases.Reception;

/// <summary>A reception day: who is booked, as far as the reader may know; booking; and what a supervisor changes.</summary>
[Needs(Right.CaseHandle)]
public sealed class DayModel(ReceptionReader reader, ReceptionDayService days, ReceptionBookingService bookings, Actor actor, TimeProvider time) : PageModel
{
    public ReceptionDayView View { get; private set; } = null!;

    /// <summary>The client key of the booking.</summary>
    public Guid Key { get; private set; } = Guid.CreateVersion7(time.GetUtcNow());

    /// <summary>The booking as it was sent, where it could not be taken.</summary>
    public BookingInput? Booking { get; private set; }

    public DateOnly Today { get; } = time.Today();

    public bool MaySupervise => actor.Has(Right.CaseSupervise);

    public bool MayChange => MaySupervise && !View.Line.IsFinal && View.Line.Day.CancelledAt is null;

    public bool MayBook => !View.Line.IsFinal && View.Line.Day.CancelledAt is null && View.Line.Booked < View.Most;

    public Task<IActionResult> OnGetAsync(DateOnly day, CancellationToken cancel) => ShowAsync(day, cancel);

    public async Task<IActionResult> OnPostBookAsync(DateOnly day, [FromForm] Guid key, [FromForm] string? caseNumber, [FromForm] string? name, [FromForm] string? phone, [FromForm] string? matter, CancellationToken cancel)
    {
        (Key, Booking) = (key, new(key, day) { CaseNumber = caseNumber, Name = name, Phone = phone, Matter = matter });
        var booked = await bookings.BookAsync(Booking, cancel);
        return await AnswerAsync(day, booked, $"约上了，是第{booked.Value?.Sequence}号。", ReceptionTexts.Address(day), cancel);
    }

    public async Task<IActionResult> OnPostArrangeAsync(DateOnly day, [FromForm] int version, [FromForm] ArrangementForm form, CancellationToken cancel) =>
        await AnswerAsync(day, await days.ArrangeAsync(day, form.Arrangement, version, cancel), "存好了。已经约好的，请告诉她们。", ReceptionTexts.Address(day), cancel);

    public async Task<IActionResult> OnPostMoveAsync(DateOnly day, [FromForm] DateOnly? to, [FromForm] string? reason, [FromForm] int version, CancellationToken cancel) =>
        await AnswerAsync(day, await days.MoveAsync(day, to ?? default, reason ?? "", version, cancel), $"改到{Show.Day(to ?? default)}。已经约好的，请告诉她们。", ReceptionTexts.Address(to ?? default), cancel);

    public async Task<IActionResult> OnPostCancelAsync(DateOnly day, [FromForm] string? reason, [FromForm] int version, CancellationToken cancel) =>
        await AnswerAsync(day, await days.CancelAsync(day, reason ?? "", version, cancel), "这一天取消了。", "/cases/reception", cancel);

    private async Task<IActionResult> AnswerAsync<T>(DateOnly day, Outcome<T> done, string message, string address, CancellationToken cancel) =>
        this.Answer(done, message, address) ?? await ShowAsync(day, cancel);

    private async Task<IActionResult> ShowAsync(DateOnly day, CancellationToken cancel)
    {
        if (await reader.OpenAsync(day, cancel) is not { } view)
            return NotFound();
        View = view;
        return Page();
    }
}
