using Jinguo.Core.Base;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Cases.Reception;
using Microsoft.Extensions.DependencyInjection;

namespace Jinguo.Testing.Web;

/// <summary>Reception days for tests of pages.</summary>
public static class ReceptionDays
{
    private const int Year = 365;

    private static int made;

    /// <summary>A day of a body for which a supervisor of it booked a visitor. No two are on one date, and none is later than today.</summary>
    public static async Task<(DateOnly Day, Guid Booking)> MakeAsync(WebHost host, Organisation body)
    {
        await ReceivedCases.MakeAsync(host, body);
        await using var scope = host.ScopeAs(await ReceivedCases.PersonAsync(host, body));
        var (reader, service, bookings) = (scope.ServiceProvider.GetRequiredService<ReceptionReader>(), scope.ServiceProvider.GetRequiredService<ReceptionDayService>(), scope.ServiceProvider.GetRequiredService<ReceptionBookingService>());
        var usual = new ReceptionArrangement(new(9, 0), new(11, 30), "接待室", "李某某（主席）");
        if (await reader.FindRuleAsync() is null)
            Value(await service.SetRuleAsync(new(DayOfMonth: null, usual, MostBookings: 10), version: 0));
        var day = scope.ServiceProvider.GetRequiredService<TimeProvider>().Today().AddDays(-(Interlocked.Increment(ref made) % Year));
        Value(await service.AddAsync(day, usual));
        return (day, Value(await bookings.BookAsync(new(Guid.CreateVersion7(), day) { Name = "周小某", Phone = "13900008888", Matter = "赡养" })).Id);
    }

    private static T Value<T>(Outcome<T> outcome) =>
        outcome.Done ? outcome.Value : throw new InvalidOperationException(outcome.Problems[0].Text);
}
