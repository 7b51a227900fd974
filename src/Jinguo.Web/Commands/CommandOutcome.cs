using Jinguo.Core.Base;

namespace Jinguo.Web.Commands;

/// <summary>What an act refuses ends the verb.</summary>
internal static class CommandOutcome
{
    /// <summary>The value; else the verb ends with what is wrong, a line each, and this exit code.</summary>
    public static T ValueOr<T>(this Outcome<T> outcome, int exitCode) =>
        outcome.Done ? outcome.Value : throw new CommandException(exitCode, string.Join(Environment.NewLine, outcome.Problems.Select(problem => problem.Text)));
}
