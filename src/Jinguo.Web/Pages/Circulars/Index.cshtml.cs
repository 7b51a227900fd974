using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Circulars;
using Jinguo.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.Circulars;

/// <summary>通知: what the body got, with what is to be done first, and what it sent.</summary>
[Needs(Right.CircularRead)]
public sealed class IndexModel(CircularReader reader, Actor actor, TimeProvider time) : PageModel
{
    /// <summary>Which list: open (to be done), all or sent.</summary>
    [BindProperty(SupportsGet = true)]
    public string List { get; set; } = "open";

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public PageOf<ReceivedCircular> Received { get; private set; } = new([], 0);

    public PageOf<SentCircular> Sent { get; private set; } = new([], 0);

    public DateOnly Today { get; } = time.Today();

    public bool MaySend => actor.Has(Right.CircularWrite);

    public bool IsSent => List == "sent";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        PageNumber = Math.Max(1, PageNumber);
        if (IsSent)
            Sent = await reader.ListSentAsync(PageNumber, cancel);
        else
            Received = await reader.ListReceivedAsync(List == "open", PageNumber, cancel);
    }
}
