namespace Jinguo.Web.Ui;

/// <summary>
/// What the frame around a page shows: who works here, for which body, where she may go.
/// Sign-in puts it into the request; a page without it has the frame of a stranger.
/// </summary>
public sealed record Shell
{
    public static Shell Anonymous { get; } = new();

    /// <summary>Name of the person who is signed in, null for a stranger.</summary>
    public string? Person { get; init; }

    /// <summary>Names from the top to the body she works for, at most the last three; the last is her own.</summary>
    public IReadOnlyList<string> BodyPath { get; init; } = [];

    /// <summary>Bodies offered by the organisation switcher, in the order of the tree.</summary>
    public IReadOnlyList<ShellBody> Bodies { get; init; } = [];

    /// <summary>Places of the navigation, in its order. A place appears when its module works and she may enter it.</summary>
    public IReadOnlyList<Place> Places { get; init; } = [];

    /// <summary>Where 记一笔 leads; null where she may not record.</summary>
    public string? RecordHref { get; init; }

    /// <summary>Where the search box asks; null while there is nothing to search.</summary>
    public string? SearchHref { get; init; }

    /// <summary>Where bodies are searched from the switcher; null where there is nothing to choose from.</summary>
    public string? BodySearchHref { get; init; }

    /// <summary>Where the bell leads: 提醒; null where there is nothing of the kind.</summary>
    public string? NoticesHref { get; init; }

    /// <summary>Things that wait for the body she works for.</summary>
    public int Notices { get; init; }

    public string AccountHref { get; init; } = "/account";

    /// <summary>Takes a POST without fields.</summary>
    public string SignOutHref { get; init; } = "/sign-out";

    /// <summary>Takes a POST with <c>body</c> (<see cref="ShellBody.Key"/>) and <c>back</c>.</summary>
    public string SwitchHref { get; init; } = "/switch";

    public bool IsSignedIn => Person is not null;

    /// <summary>The frame of this request.</summary>
    public static Shell Of(HttpContext context) => context.Items[typeof(Shell)] as Shell ?? Anonymous;

    /// <summary>Makes this the frame of the request.</summary>
    public void PutInto(HttpContext context) => context.Items[typeof(Shell)] = this;

    /// <summary>Address of this page with its query: where an act of the frame returns to.</summary>
    public static string Here(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) ? context.Request.Path + context.Request.QueryString : context.Request.Path;
}

/// <summary>A place of the navigation; <paramref name="Count"/> is what waits there, nothing for none.</summary>
public sealed record Place(string Name, string Icon, string Href, int Count = 0)
{
    /// <summary>Whether the address lies in this place.</summary>
    public bool Holds(PathString path) =>
        Href == "/" ? path == "/" : path.StartsWithSegments(Href, StringComparison.OrdinalIgnoreCase);
}

/// <summary>
/// A body in the switcher. <paramref name="Depth"/> 0–4 indents it; <paramref name="Note"/> says 本单位 or 只看数;
/// with <paramref name="Href"/> it is only looked at, without it she may work there.
/// </summary>
public sealed record ShellBody(string Key, string Name, int Depth = 0, string? Note = null, bool IsCurrent = false, string? Href = null);
