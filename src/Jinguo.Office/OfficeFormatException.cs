namespace Jinguo.Office;

/// <summary>
/// A file from outside is not what it should be: another kind of file, damaged, encrypted, or too large.
/// <see cref="Exception.Message"/> is polite Chinese for the person who chose the file and says what to do next.
/// </summary>
public sealed class OfficeFormatException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">Chinese, for the user: what was found, what was expected, what to do.</param>
    public OfficeFormatException(string message) : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">Chinese, for the user: what was found, what was expected, what to do.</param>
    /// <param name="cause">What the format library said; for the log.</param>
    public OfficeFormatException(string message, Exception cause) : base(message, cause)
    {
    }
}
