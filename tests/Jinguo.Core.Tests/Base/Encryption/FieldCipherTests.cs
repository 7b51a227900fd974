using Jinguo.Core.Base.Encryption;
using Jinguo.Testing.Data;

namespace Jinguo.Core.Tests.Base.Encryption;

public sealed class FieldCipherTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData("")]
    [InlineData("13800001234")]
    [InlineData("张某某 𠮷")]
    public void ASealedText_Opens_AndTellsNothing(string text)
    {
        var sealedText = Keys.Cipher.Seal(text, "person.phone", "1");

        Assert.Equal(text, Keys.Cipher.Open(sealedText, "person.phone", "1"));
        Assert.True(FieldCipher.IsSealed(sealedText));
        Assert.True(text.Length == 0 || !sealedText.Contains(text, StringComparison.Ordinal));
    }

    [Fact]
    public void TheSameTextSealedTwice_LooksDifferent() =>
        Assert.NotEqual(Keys.Cipher.Seal("13800001234", "person.phone", "1"), Keys.Cipher.Seal("13800001234", "person.phone", "1"));

    [Theory]
    [InlineData("person.phone", "2")]
    [InlineData("person.idNumber", "1")]
    public void ASealedTextMovedToAnotherRowOrColumn_DoesNotOpen(string purpose, string row)
    {
        var sealedText = Keys.Cipher.Seal("13800001234", "person.phone", "1");

        Assert.Throws<DataKeysException>(() => Keys.Cipher.Open(sealedText, purpose, row));
    }

    [Fact]
    public void AChangedText_DoesNotOpen()
    {
        var sealedText = Keys.Cipher.Seal("13800001234", "person.phone", "1");
        var letters = sealedText.ToCharArray();
        letters[^5] = letters[^5] == 'A' ? 'B' : 'A';

        Assert.Throws<DataKeysException>(() => Keys.Cipher.Open(new string(letters), "person.phone", "1"));
        Assert.Throws<DataKeysException>(() => Keys.Cipher.Open("13800001234", "person.phone", "1"));
        Assert.Throws<DataKeysException>(() => Keys.Cipher.Open("s1.none.AAAA", "person.phone", "1"));
    }

    [Fact]
    public void ANewKeySeals_TheOldOneStillOpens()
    {
        var ring = DataKeys.Make(Today);
        var before = new FieldCipher(new DataKeyStore("", ring.ToText()));
        var after = new FieldCipher(new DataKeyStore("", ring.WithNewKey(Today).ToText()));
        var old = before.Seal("甲", "p", "1");

        Assert.Equal("甲", after.Open(old, "p", "1"));
        Assert.False(old.StartsWith(after.NewestPrefix, StringComparison.Ordinal));
        Assert.StartsWith(after.NewestPrefix, after.Seal("乙", "p", "1"), StringComparison.Ordinal);
        Assert.Throws<DataKeysException>(() => before.Open(after.Seal("乙", "p", "1"), "p", "1"));
    }

    [Fact]
    public void TheIndex_IsTheSameForTheSameValue_AndOutlivesARotation()
    {
        var ring = DataKeys.Make(Today);
        var before = new BlindIndex(new DataKeyStore("", ring.ToText()));
        var after = new BlindIndex(new DataKeyStore("", ring.WithNewKey(Today).ToText()));
        var other = new BlindIndex(new DataKeyStore("", DataKeys.Make(Today).ToText()));

        Assert.Equal(before.Of("13800001234", "person.phone"), after.Of("13800001234", "person.phone"));
        Assert.Equal(BlindIndex.Length, before.Of("13800001234", "person.phone").Length);
        Assert.NotEqual(before.Of("13800001234", "person.phone"), before.Of("13800001235", "person.phone"));
        Assert.NotEqual(before.Of("13800001234", "person.phone"), before.Of("13800001234", "person.idNumber"));
        Assert.NotEqual(before.Of("13800001234", "person.phone"), other.Of("13800001234", "person.phone"));
    }
}
