using System.Text.Json;

namespace Jinguo.Core.Base;

/// <summary>JSON can write half a character (\uD83D without its other half). It is no text, and reading it fails without a way of asking first.</summary>
internal static class JsonTexts
{
    /// <summary>True when every name and text of the JSON can be read.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public static bool AreWhole(ReadOnlySpan<byte> json)
    {
        if (json.IndexOf("\\u"u8) < 0)
            return true;
        var reader = new Utf8JsonReader(json);
        try
        {
            while (reader.Read())
                if (reader is { ValueIsEscaped: true, TokenType: JsonTokenType.String or JsonTokenType.PropertyName })
                    reader.GetString();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
