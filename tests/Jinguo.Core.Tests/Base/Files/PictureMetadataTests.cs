using System.Text;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Files;
using Jinguo.Core.Base.Files.Pictures;
using Jinguo.Testing.Data;
using Jinguo.Testing.Time;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Tests.Base.Files;

/// <summary>Of a photo the picture is kept; where and with what it was taken is not.</summary>
public class PictureMetadataTests
{
    [Theory]
    [InlineData(1, true)]
    [InlineData(6, true)]
    [InlineData(8, false)]
    [InlineData(0, true)]
    public void A_photo_of_a_phone_loses_place_and_device_and_keeps_the_side_that_is_up(int orientation, bool isLittle)
    {
        var clean = PictureMetadata.Without("image/jpeg", SamplePictures.JpegOfPhone(orientation, isLittle))!;

        Assert.DoesNotContain(SamplePictures.Place, Text(clean), StringComparison.Ordinal);
        Assert.Contains("JFIF", Text(clean), StringComparison.Ordinal);
        Assert.Contains("ICC_PROFILE", Text(clean), StringComparison.Ordinal);
        Assert.Equal(orientation > 1, Text(clean).Contains($"Exif\0\0MM\0*\0\0\0\b\0\x1\x1\x12\0\x3\0\0\0\x1\0{(char)orientation}\0\0", StringComparison.Ordinal));
        Assert.Equal([0xFF, 0xD9], clean[^2..]);
        Assert.Equal(clean, PictureMetadata.Without("image/jpeg", clean));
    }

    [Fact]
    public void A_picture_without_such_things_is_kept_as_it_is() =>
        Assert.Equal(SamplePictures.Jpeg, PictureMetadata.Without("image/jpeg", SamplePictures.Jpeg));

    [Fact]
    public void A_drawing_loses_its_texts_and_what_follows_its_end()
    {
        var clean = Text(PictureMetadata.Without("image/png", SamplePictures.Png)!);

        Assert.DoesNotContain(SamplePictures.Place, clean, StringComparison.Ordinal);
        Assert.Contains("IDATpicture", clean, StringComparison.Ordinal);
        Assert.EndsWith("IEND\0\0\0\0", clean, StringComparison.Ordinal);
    }

    [Fact]
    public void A_web_picture_loses_them_and_no_longer_announces_them()
    {
        var clean = PictureMetadata.Without("image/webp", SamplePictures.Webp)!;

        Assert.DoesNotContain(SamplePictures.Place, Text(clean), StringComparison.Ordinal);
        Assert.Equal(clean.Length - 8, BitConverter.ToInt32(clean, 4));
        Assert.Equal(0, clean[20]);
    }

    [Theory]
    [InlineData("image/jpeg")]
    [InlineData("image/png")]
    [InlineData("image/webp")]
    public void Half_a_picture_is_none_and_no_damage_does_more_harm(string mediaType)
    {
        var whole = mediaType switch { "image/jpeg" => SamplePictures.JpegOfPhone(6), "image/png" => SamplePictures.Png, _ => SamplePictures.Webp };

        Assert.Null(PictureMetadata.Without(mediaType, whole.AsSpan(0, 30)));
        for (var at = 0; at < whole.Length; at++)
        {
            foreach (var value in (byte[])[0, 1, 0x7F, 0x80, 0xFF])
            {
                var damaged = whole.ToArray();
                damaged[at] = value;
                Assert.True(PictureMetadata.Without(mediaType, damaged) is null or { Length: > 0 });
                PictureMetadata.Without(mediaType, damaged.AsSpan(0, at));
            }
        }
    }

    [Fact]
    public async Task A_stored_photo_is_clean_and_a_damaged_one_is_refused_in_words()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var db = database.Open();
        var body = (await Tree.AddCityAsync(db)).Village;
        var store = new FileStore(db, new TestClock(), new(Path.Combine(database.Folder, "files")));

        var kept = await store.AddAsync(Actor.CommandLine, body, "现场.jpg", new MemoryStream(SamplePictures.JpegOfPhone(6)));
        var refused = await store.AddAsync(Actor.CommandLine, body, "坏的.jpg", new MemoryStream([0xFF, 0xD8, 0xFF, 0xE0]));

        using var content = new MemoryStream();
        await using (var file = store.Open(kept.Value!))
            await file.CopyToAsync(content);
        Assert.DoesNotContain(SamplePictures.Place, Text(content.ToArray()), StringComparison.Ordinal);
        Assert.Equal(content.Length, kept.Value!.Size);
        Assert.Contains("“坏的.jpg”不完整", Assert.Single(refused.Problems).Text, StringComparison.Ordinal);
        Assert.Single(db.ChangeTracker.Entries<StoredFile>(), entry => entry.State == EntityState.Added);
    }

    private static string Text(byte[] bytes) => Encoding.Latin1.GetString(bytes);
}
