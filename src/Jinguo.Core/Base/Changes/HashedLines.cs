using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Jinguo.Core.Base.Changes;

/// <summary>A file of JSON lines whose last line is the hash of all lines before it. Written and read a line at a time.</summary>
internal sealed class HashedLines(Stream output) : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public async Task WriteAsync<T>(T line, CancellationToken cancel)
    {
        var bytes = Bytes(JsonSerializer.Serialize(line, Plain));
        hash.AppendData(bytes);
        await output.WriteAsync(bytes, cancel);
    }

    /// <summary>Writes the hash and returns it.</summary>
    public async Task<string> EndAsync(CancellationToken cancel)
    {
        var digest = Convert.ToHexStringLower(hash.GetHashAndReset());
        await output.WriteAsync(Bytes(JsonSerializer.Serialize(new End(digest), Plain)), cancel);
        await output.FlushAsync(cancel);
        return digest;
    }

    /// <summary>The lines before the last.</summary>
    public static async IAsyncEnumerable<string> ReadAsync(Stream input, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var reader = new StreamReader(input, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        string? line = null;
        while (await reader.ReadLineAsync(cancel) is { } next)
        {
            if (line is not null)
                yield return line;
            line = next;
        }
    }

    /// <summary>Reads all of it and compares the hash.</summary>
    /// <exception cref="InvalidDataException">The hash is missing or another.</exception>
    public static async Task CheckAsync(Stream input, CancellationToken cancel)
    {
        using var found = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var reader = new StreamReader(input, new UTF8Encoding(false, throwOnInvalidBytes: false), detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        string? line = null;
        while (await reader.ReadLineAsync(cancel) is { } next)
        {
            if (line is not null)
                found.AppendData(Bytes(line));
            line = next;
        }
        if (line is null || DigestOf(line) != Convert.ToHexStringLower(found.GetHashAndReset()))
            throw new InvalidDataException("The file is not complete, or was changed.");
    }

    public ValueTask DisposeAsync()
    {
        hash.Dispose();
        return ValueTask.CompletedTask;
    }

    private static byte[] Bytes(string line) => Encoding.UTF8.GetBytes(line + "\n");

    private static string? DigestOf(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<End>(line)?.Sha256;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record End(string Sha256);
}
