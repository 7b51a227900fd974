using Jinguo.Core.Base.Encryption;
using Jinguo.Core.Base.Forms;
using Jinguo.Core.Base.Persons;

namespace Jinguo.Testing.Data;

/// <summary>A key ring for tests, the same for all of one run.</summary>
public static class Keys
{
    public static DataKeyStore Store { get; } = new("", DataKeys.Make(new(2026, 1, 1)).ToText());

    public static FieldCipher Cipher { get; } = new(Store);

    public static BlindIndex Index { get; } = new(Store);

    public static PersonSeal Persons { get; } = new(Store, Cipher, Index);

    public static SealedFields Fields { get; } = new(Store, Cipher, Persons);
}
