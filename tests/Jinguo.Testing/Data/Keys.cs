using Jinguo.Core.Base.Encryption;

namespace Jinguo.Testing.Data;

/// <summary>A key ring for tests, the same for all of one run.</summary>
public static class Keys
{
    public static DataKeyStore Store { get; } = new("", DataKeys.Make(new(2026, 1, 1)).ToText());

    public static FieldCipher Cipher { get; } = new(Store);

    public static BlindIndex Index { get; } = new(Store);
}
