using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Records.Posts;

namespace Jinguo.Web.Pages.Posts;

/// <summary>The fields of a term.</summary>
public sealed class TermForm
{
    public Guid Key { get; set; }

    public int Version { get; set; }

    public int Number { get; set; } = 1;

    public DateOnly? From { get; set; }

    public int Years { get; set; } = TermRules.UsualYears;

    public string? Congress { get; set; }

    public int? Covers { get; set; }

    public int Executives { get; set; }

    public int Standing { get; set; }

    public int FullTimeVices { get; set; }

    public int SecondedVices { get; set; }

    public int PartTimeVices { get; set; }

    public string? Reason { get; set; }

    /// <summary>A form for the term after another one, or for the first: with the seats of the one before, or with the usual ones.</summary>
    public static TermForm After(Organisation body, Term? before, Guid key) =>
        Of(before?.Seats ?? body.UsualSeats, new() { Key = key, Number = (before?.Number ?? 0) + 1, Years = before?.Years ?? TermRules.UsualYears, Covers = before?.Covers });

    /// <summary>A form that holds a term.</summary>
    public static TermForm Of(Term term) =>
        Of(term.Seats, new() { Key = term.Id, Version = term.Version, Number = term.Number, From = term.From, Years = term.Years, Congress = term.Congress, Covers = term.Covers });

    /// <summary>What it asks for.</summary>
    /// <param name="organisationId">The body.</param>
    /// <param name="from">First day, which the form has.</param>
    public TermInput Input(int organisationId, DateOnly from) =>
        new(Key, organisationId, Number, from, Years, new(Executives, Standing, FullTimeVices, SecondedVices, PartTimeVices)) { Congress = Congress, Covers = Covers, Reason = Reason };

    private static TermForm Of(Seats seats, TermForm form)
    {
        (form.Executives, form.Standing, form.FullTimeVices, form.SecondedVices, form.PartTimeVices) = (seats.Executives, seats.Standing, seats.FullTimeVices, seats.SecondedVices, seats.PartTimeVices);
        return form;
    }
}

/// <summary>The form with its body, as the shared fields show it.</summary>
/// <param name="Body">The body.</param>
/// <param name="Input">The form.</param>
/// <param name="Today">Today in China.</param>
public sealed record TermFields(Organisation Body, TermForm Input, DateOnly Today);
