using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Io.Dom;

namespace Jinguo.Testing.Web;

/// <summary>A form on a page, filled and sent as a browser does: hidden fields, antiforgery and the pressed button included.</summary>
public sealed class Form(PageClient client, IHtmlFormElement form, string page)
{
    /// <summary>Types into a field, chooses an option, or ticks the box or radio with this value.</summary>
    public Form Set(string name, string value)
    {
        var fields = Fields(name);
        switch (fields[^1])
        {
            case IHtmlSelectElement select:
                Choose(select, name, value);
                break;
            case IHtmlTextAreaElement area:
                area.Value = value;
                break;
            case IHtmlInputElement { Type: "radio" or "checkbox" }:
                Tick(fields, name, value);
                break;
            case IHtmlInputElement input:
                input.Value = value;
                break;
            case var other:
                throw new InvalidOperationException($"The field '{name}' on {page} is a {other.LocalName}.");
        }
        return this;
    }

    /// <summary>Takes the tick from a box.</summary>
    public Form Untick(string name)
    {
        foreach (var box in Fields(name).OfType<IHtmlInputElement>())
            box.IsChecked = false;
        return this;
    }

    /// <summary>Attaches a file.</summary>
    public Form Attach(string name, string fileName, byte[] content)
    {
        var input = (IHtmlInputElement)Fields(name)[^1];
        (input.Files ?? throw new InvalidOperationException($"The field '{name}' on {page} takes no file.")).Add(new AttachedFile(fileName, content));
        return this;
    }

    /// <summary>What the field holds now.</summary>
    public string? Value(string name) => Fields(name)[^1] switch
    {
        IHtmlSelectElement select => select.Value,
        IHtmlTextAreaElement area => area.Value,
        IHtmlInputElement input => input.Value,
        _ => null,
    };

    /// <summary>Names of all fields.</summary>
    public IReadOnlyList<string> Names => [.. Controls().Select(control => control.GetAttribute("name")).OfType<string>().Distinct()];

    /// <summary>Sends the form by the button with these words, or by its first button.</summary>
    public async Task<Page> SubmitAsync(string? button = null)
    {
        using var request = Request(button);
        return await client.SendAsync(request);
    }

    /// <summary>The request that sending makes, for tests that send it twice or change it.</summary>
    public HttpRequestMessage Request(string? button = null)
    {
        var pressed = Button(button);
        // What a browser would refuse to send is what the server must answer, too.
        form.SetAttribute("novalidate", "");
        var submission = (pressed is null ? form.GetSubmission() : form.GetSubmission(pressed))
            ?? throw new InvalidOperationException($"The form on {page} cannot be sent.");
        var request = new HttpRequestMessage(new(submission.Method.ToString().ToUpperInvariant()), new Uri(submission.Target.Href));
        if (request.Method != HttpMethod.Post)
            return request;
        request.Content = new StreamContent(submission.Body);
        request.Content.Headers.TryAddWithoutValidation("Content-Type", submission.MimeType);
        return request;
    }

    private IHtmlElement? Button(string? words)
    {
        var buttons = Controls().OfType<IHtmlElement>()
            .Where(control => control is IHtmlButtonElement { Type: "submit" } or IHtmlInputElement { Type: "submit" })
            .ToList();
        if (words is null)
            return buttons.FirstOrDefault();
        return buttons.Find(button => string.Concat(button.TextContent.Where(letter => !char.IsWhiteSpace(letter))) == words)
            ?? throw new InvalidOperationException($"No button '{words}' in the form on {page}; there are: {string.Join(", ", buttons.Select(button => button.TextContent.Trim()))}");
    }

    private static void Choose(IHtmlSelectElement select, string name, string value)
    {
        var option = select.Options.FirstOrDefault(one => one.Value == value)
            ?? throw new InvalidOperationException($"The field '{name}' offers no '{value}', only: {string.Join(", ", select.Options.Select(one => one.Value))}");
        if (!select.IsMultiple)
            foreach (var other in select.Options)
                other.IsSelected = false;
        option.IsSelected = true;
    }

    private static void Tick(IReadOnlyList<IElement> fields, string name, string value)
    {
        var boxes = fields.OfType<IHtmlInputElement>().ToList();
        var box = boxes.Find(one => one.Type != "hidden" && one.Value == value)
            ?? throw new InvalidOperationException($"The field '{name}' offers no '{value}', only: {string.Join(", ", boxes.Select(one => one.Value))}");
        foreach (var other in boxes.Where(one => one.Type == "radio"))
            other.IsChecked = false;
        box.IsChecked = true;
    }

    // A box in ASP.NET has a hidden twin of the same name that stands for "not ticked": the visible one is filled.
    private List<IElement> Fields(string name)
    {
        var found = Controls().Where(control => control.GetAttribute("name") == name).ToList();
        var visible = found.Where(control => control.GetAttribute("type") != "hidden").ToList();
        return visible.Count > 0 ? visible
            : found.Count > 0 ? found
            : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"No field '{name}' in the form on {page}; there are: {string.Join(", ", Names)}"));
    }

    private IEnumerable<IElement> Controls() => form.Elements;

    private sealed class AttachedFile(string name, byte[] content) : IFile
    {
        public string Name => name;

        public DateTime LastModified => new(2026, 11, 20, 0, 0, 0, DateTimeKind.Utc);

        public Stream Body => new MemoryStream(content);

        public int Length => content.Length;

        public string Type => "application/octet-stream";

        public bool IsClosed => false;

        public IBlob Slice(int start = 0, int end = int.MaxValue, string? contentType = null) =>
            new AttachedFile(name, content[start..Math.Min(end, content.Length)]);

        public void Close()
        {
            // The bytes are the test's.
        }

        public void Dispose()
        {
            // The bytes are the test's.
        }
    }
}
