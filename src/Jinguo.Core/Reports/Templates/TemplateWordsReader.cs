using Jinguo.Core.Figures.Reading;

namespace Jinguo.Core.Reports.Templates;

/// <summary>Where the record types come from: reports do not know the ledgers, so the composition passes them in.</summary>
/// <param name="ListAsync">Lists them.</param>
public sealed record TopicSource(Func<CancellationToken, Task<IReadOnlyList<Topic>>> ListAsync);

/// <summary>Reads every name that may stand in a template.</summary>
public sealed class TemplateWordsReader(FigureBook figures, TopicSource topics)
{
    /// <summary>The names of this installation's measures, options and record types.</summary>
    public async Task<TemplateWords> ReadAsync(CancellationToken cancel = default) =>
        new(await figures.ListHeadingsAsync(withOptions: true, cancel), await topics.ListAsync(cancel));
}
