using System.Globalization;
using System.Text;

namespace Jinguo.Web.Running.Watching;

/// <summary>Writes numbers in the text format of Prometheus, version 0.0.4.</summary>
public sealed class MetricsText
{
    /// <summary>Type of the answer.</summary>
    public const string MediaType = "text/plain; version=0.0.4; charset=utf-8";

    private readonly StringBuilder text = new();

    /// <summary>Begins a number, before its values.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="type">counter, gauge or histogram.</param>
    /// <param name="help">What it says.</param>
    public void Begin(string name, string type, string help) =>
        text.Append("# HELP ").Append(name).Append(' ').Append(help.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal)).Append('\n')
            .Append("# TYPE ").Append(name).Append(' ').Append(type).Append('\n');

    /// <summary>A value.</summary>
    /// <param name="name">Name of the number.</param>
    /// <param name="value">The value.</param>
    /// <param name="labels">What tells it apart from others of the number.</param>
    public void Add(string name, double value, params (string Name, string Value)[] labels)
    {
        text.Append(name);
        if (labels.Length > 0)
            text.Append('{').AppendJoin(',', labels.Select(label => $"{label.Name}=\"{Escaped(label.Value)}\"")).Append('}');
        text.Append(' ').Append(Number(value)).Append('\n');
    }

    /// <summary>A number that has one value, or none.</summary>
    public void AddOne(string name, string type, string help, double? value)
    {
        if (value is null)
            return;
        Begin(name, type, help);
        Add(name, value.Value);
    }

    /// <summary>Durations of a histogram.</summary>
    public void Add(string name, Durations durations, params (string Name, string Value)[] labels)
    {
        for (var step = 0; step < Durations.Bounds.Count; step++)
            Add($"{name}_bucket", durations.UpTo(step), [.. labels, ("le", Number(Durations.Bounds[step]))]);
        Add($"{name}_bucket", durations.Count, [.. labels, ("le", "+Inf")]);
        Add($"{name}_sum", durations.Sum, labels);
        Add($"{name}_count", durations.Count, labels);
    }

    /// <inheritdoc/>
    public override string ToString() => text.ToString();

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Escaped(string value) =>
        value.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal);
}
