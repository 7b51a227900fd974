using System.Diagnostics.CodeAnalysis;

namespace Jinguo.Core.Base;

/// <summary>What an act gives back: its value, or the problems that stopped it. Warnings may accompany a value.</summary>
/// <typeparam name="T">The value of a successful act.</typeparam>
public sealed class Outcome<T>
{
    private Outcome(T? value, bool done, IReadOnlyList<Problem> problems) => (Value, Done, Problems) = (value, done, problems);

    /// <summary>The value; null unless <see cref="Done"/>.</summary>
    public T? Value { get; }

    /// <summary>True when the act took effect.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool Done { get; }

    /// <summary>Errors when not done; at most warnings when done.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>A value is a successful outcome.</summary>
    public static implicit operator Outcome<T>(T value) => new(value, done: true, []);

    /// <summary>One problem is a refused act.</summary>
    public static implicit operator Outcome<T>(Problem problem) => new(default, done: false, [problem]);

    /// <summary>Problems, at least one, are a refused act.</summary>
    public static implicit operator Outcome<T>(List<Problem> problems) => new(default, done: false, problems);

    /// <summary>A successful act with warnings.</summary>
    public static Outcome<T> With(T value, IReadOnlyList<Problem> warnings) => new(value, done: true, warnings);

    /// <summary>A refused act.</summary>
    public static Outcome<T> Refused(IReadOnlyList<Problem> problems) => new(default, done: false, problems);
}
