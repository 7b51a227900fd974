namespace Jinguo.Web.Commands;

/// <summary>Ends a verb with a message for the person at the terminal and an exit code.</summary>
public sealed class CommandException(int exitCode, string message) : Exception(message)
{
    /// <summary>The exit code.</summary>
    public int ExitCode { get; } = exitCode;
}
