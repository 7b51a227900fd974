using System.Text.RegularExpressions;
using Jinguo.Testing;

namespace Jinguo.Web.Tests.Ui;

/// <summary>ASP.NET puts the mark against forgery into a form by itself only where the form has no address of its own.</summary>
public sealed partial class FormsTests
{
    [Fact]
    public void AFormWithAnAddress_SaysThatItCarriesTheMarkAgainstForgery()
    {
        var pages = Directory.GetFiles(RepositoryFolder.At("src", "Jinguo.Web", "Pages"), "*.cshtml", SearchOption.AllDirectories);
        var without = pages.SelectMany(page => PostForm().Matches(File.ReadAllText(page)).Select(form => (Page: Path.GetFileName(page), Form: form.Value)))
            .Where(found => found.Form.Contains(" action=", StringComparison.Ordinal) && !found.Form.Contains("asp-antiforgery=\"true\"", StringComparison.Ordinal))
            .ToList();

        Assert.NotEmpty(pages);
        Assert.True(without.Count == 0, string.Join('\n', without));
    }

    [GeneratedRegex("<form[^>]*method=\"post\"[^>]*>", RegexOptions.None, 5000)]
    private static partial Regex PostForm();
}
